using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Words that a publisher attaches: strings, SKOS Concepts, or named things, one or several.</summary>
internal static class Labels
{
    /// <summary>Distinct labels as published; null when there are none.</summary>
    internal static IReadOnlyList<string>? Read(JsonValue value, int limit = NormalisingLimits.Labels)
    {
        List<string>? labels = null;
        foreach (var entry in value.Each())
        {
            if (Of(entry) is { } label && (labels is null || !labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
                (labels ??= []).Add(label);
            if (labels?.Count == limit)
                break;
        }

        return labels;
    }

    /// <summary>A string that is no URL, or the <c>prefLabel</c> or <c>name</c> of an object.</summary>
    internal static string? Of(JsonValue value)
    {
        if (value.IsObject())
            value = value.Get(Property.PrefLabel, Property.Name);
        return value.Line(NormalisingLimits.Label) is { } label && !IsUrl(label) ? label : null;
    }

    internal static bool IsUrl(string label) =>
        label.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || label.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
