namespace OpenActive.Vocabulary;

/// <summary>Concepts that are published for want of a better one: nearly every class is "Group Exercise".</summary>
public static class GenericActivities
{
    private static readonly string[] PrefLabels = ["Group Exercise", "Multi Fitness"];

    /// <summary>Whether a name may say it better than this concept.</summary>
    public static bool Includes(string prefLabel) => PrefLabels.Contains(prefLabel, StringComparer.OrdinalIgnoreCase);
}
