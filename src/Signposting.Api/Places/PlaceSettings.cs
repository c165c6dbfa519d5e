using Feeds.Harvester.Settings;

namespace Signposting.Api.Places;

/// <summary>The settings under <c>Postcodes:</c>.</summary>
internal sealed record PlaceSettings
{
    private const string Section = "Postcodes";

    /// <summary><c>Postcodes:Remote</c>: whether postcodes.io may be asked while no directory is imported.</summary>
    public bool Remote { get; init; } = true;

    /// <summary><c>Postcodes:RemoteUrl</c>: postcodes.io, or one's own instance of it.</summary>
    public Uri RemoteUrl { get; init; } = new("https://api.postcodes.io/");

    /// <exception cref="SettingsException">A value is wrong, or the key does not exist.</exception>
    public static PlaceSettings Read(IConfiguration configuration)
    {
        var settings = new PlaceSettings();
        var problems = new List<string>();
        foreach (var setting in configuration.GetSection(Section).GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case "REMOTE" when bool.TryParse(setting.Value, out var remote):
                    settings = settings with { Remote = remote };
                    break;
                case "REMOTE":
                    problems.Add($"Postcodes:Remote: '{setting.Value}' is neither true nor false.");
                    break;
                case "REMOTEURL" when Uri.TryCreate(setting.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https":
                    settings = settings with { RemoteUrl = new Uri(url.AbsoluteUri.TrimEnd('/') + '/') };
                    break;
                case "REMOTEURL":
                    problems.Add($"Postcodes:RemoteUrl: '{setting.Value}' is not a URL; write for example https://api.postcodes.io/");
                    break;
                default:
                    problems.Add($"Postcodes:{setting.Key}: there is no such setting. Known are Postcodes:Remote, Postcodes:RemoteUrl.");
                    break;
            }
        }

        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }
}
