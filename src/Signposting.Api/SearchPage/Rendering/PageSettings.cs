using Feeds.Harvester.Settings;

namespace Signposting.Api.SearchPage.Rendering;

/// <summary>The settings under <c>Pages:</c>.</summary>
internal sealed record PageSettings
{
    private const string Section = "Pages";
    private const string Url = "TileUrl";
    private const string Attribution = "TileAttribution";

    /// <summary><c>Pages:TileUrl</c>: where the map takes its tiles from, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null: from nowhere, and the map draws distances only.</summary>
    public string? TileUrl { get; init; }

    /// <summary><c>Pages:TileAttribution</c>: whose map it is, as plain text; shown on the map.</summary>
    public string? TileAttribution { get; init; }

    /// <summary>Scheme and host of <see cref="TileUrl"/>: the only other site that a page may load from.</summary>
    public string? TileOrigin { get; init; }

    /// <exception cref="SettingsException">A value is wrong, or the key does not exist.</exception>
    public static PageSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var problems = section.GetChildren()
            .Where(setting => !setting.Key.Equals(Url, StringComparison.OrdinalIgnoreCase) && !setting.Key.Equals(Attribution, StringComparison.OrdinalIgnoreCase))
            .Select(setting => $"Pages:{setting.Key}: there is no such setting. Known are Pages:{Url}, Pages:{Attribution}.")
            .ToList();
        var (url, attribution) = (TextOf(section[Url]), TextOf(section[Attribution]));
        var origin = url is null ? null : OriginOf(url);
        if (url is not null && origin is null)
            problems.Add($"Pages:{Url}: '{url}' is not the address of a tile server; write for example https://tiles.example/{{z}}/{{x}}/{{y}}.png");
        if (url is not null && attribution is null)
            problems.Add($"Pages:{Attribution} is missing; a map must say whose it is, for example © OpenStreetMap contributors");
        return problems.Count == 0 ? new PageSettings { TileUrl = url, TileAttribution = attribution, TileOrigin = origin } : throw new SettingsException(problems);
    }

    private static string? TextOf(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    // Subdomains ({s}) would need an origin each in the policy; servers do without them since HTTP/2.
    private static string? OriginOf(string url) =>
        url.Contains("{z}", StringComparison.Ordinal) && url.Contains("{x}", StringComparison.Ordinal) && url.Contains("{y}", StringComparison.Ordinal) && !url.Contains("{s}", StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? address.GetLeftPart(UriPartial.Authority)
            : null;
}
