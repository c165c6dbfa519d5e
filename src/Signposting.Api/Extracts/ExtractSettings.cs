using System.Globalization;
using Feeds.Harvester.Settings;

namespace Signposting.Api.Extracts;

/// <summary>The settings under <c>Usage:</c>.</summary>
internal sealed record ExtractSettings
{
    private const string Section = "Usage";

    /// <summary>Two years after a month its events prove nothing that its tables do not.</summary>
    private const int MostDays = 3660;

    /// <summary>A month must be over, published and adjusted before its events go.</summary>
    private const int FewestDays = 62;

    /// <summary><c>Usage:PublishMonthInProgress</c>: tables of a month that has not ended. Weakens disclosure control: for tests and demos.</summary>
    public bool PublishMonthInProgress { get; init; }

    /// <summary><c>Usage:KeepDays</c>: after so many days events are deleted; what was published stays.</summary>
    public int KeepDays { get; init; } = 400;

    /// <summary><c>Usage:ExtractsFolder</c>: where the monthly packages lie.</summary>
    public required string Folder { get; init; }

    /// <exception cref="SettingsException">A value is wrong, or the key does not exist.</exception>
    public static ExtractSettings Read(IConfiguration configuration, string startFolder)
    {
        var settings = new ExtractSettings { Folder = Path.GetFullPath("data/extracts", startFolder) };
        var problems = new List<string>();
        foreach (var setting in configuration.GetSection(Section).GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case var _ when string.IsNullOrEmpty(setting.Value):
                    break;
                case "PUBLISHMONTHINPROGRESS" when bool.TryParse(setting.Value, out var value):
                    settings = settings with { PublishMonthInProgress = value };
                    break;
                case "PUBLISHMONTHINPROGRESS":
                    problems.Add("Usage:PublishMonthInProgress must be true or false.");
                    break;
                case "KEEPDAYS" when int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= FewestDays and <= MostDays:
                    settings = settings with { KeepDays = days };
                    break;
                case "KEEPDAYS":
                    problems.Add($"Usage:KeepDays must be a whole number from {FewestDays} to {MostDays}.");
                    break;
                case "EXTRACTSFOLDER":
                    settings = settings with { Folder = Path.GetFullPath(setting.Value, startFolder) };
                    break;
                default:
                    problems.Add($"Usage:{setting.Key}: there is no such setting. Known are Usage:PublishMonthInProgress, Usage:KeepDays, Usage:ExtractsFolder.");
                    break;
            }
        }

        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }
}
