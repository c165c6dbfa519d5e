using Microsoft.Extensions.Configuration;

namespace Feeds.Harvester.Settings;

/// <summary>The keys that exist. A key with a slip in it would otherwise be ignored in silence.</summary>
internal static class SettingKeys
{
    private static readonly string[] Sections = ["Store", "Feeds", "Vocabularies"];

    private static readonly string[] Single =
    [
        "Store:Engine", "Store:Connection",
        "Feeds:PollSeconds", "Feeds:Enabled", "Feeds:Contact",
        "Vocabularies:ActivityList", "Vocabularies:FacilityTypes", "Vocabularies:AccessibilitySupport",
    ];

    private static readonly string[] Lists = ["Feeds:Sources", "Feeds:TrustedOrigins"];

    /// <summary>A sentence for each key of our sections that does not exist.</summary>
    public static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from section in Sections
        from pair in configuration.GetSection(section).AsEnumerable()
        where pair.Value is not null && pair.Key.Contains(':', StringComparison.Ordinal) && !IsKnown(pair.Key)
        orderby pair.Key
        select Describe(pair.Key);

    /// <summary>A sentence for a key on the command line that does not exist; null when it does.</summary>
    public static string? Objection(string key) => IsKnown(key) ? null : Describe(key);

    private static bool IsKnown(string key) =>
        Single.Contains(key, StringComparer.OrdinalIgnoreCase)
        || Lists.Any(list => key.Equals(list, StringComparison.OrdinalIgnoreCase) || IsElement(key, list));

    private static bool IsElement(string key, string list) =>
        key.Length > list.Length + 1 && key[list.Length] == ':'
        && key.StartsWith(list, StringComparison.OrdinalIgnoreCase)
        && key.AsSpan(list.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Describe(string key)
    {
        var section = key.Split(':')[0];
        var siblings = Single.Concat(Lists).Where(known => known.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)).ToList();
        return $"{key}: there is no such setting. Known are {string.Join(", ", siblings.Count > 0 ? siblings : Single.Concat(Lists))}.";
    }
}
