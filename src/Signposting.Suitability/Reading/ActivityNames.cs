using OpenActive.Vocabulary;

namespace Signposting.Suitability.Reading;

/// <summary>Activities in rule files go by their exact label: a near miss must not become another activity.</summary>
internal static class ActivityNames
{
    internal static Concept? Find(ActivityList activities, string label) =>
        activities.TryGet(label, out var concept) && concept.PrefLabel == label ? concept : null;

    internal static string Unknown(ActivityList activities, string label)
    {
        var near = activities.Suggest(label, 3).Select(concept => $"\"{concept.PrefLabel}\"").ToArray();
        return $"The activity list has no \"{label}\"" + (near.Length > 0 ? $"; it has {string.Join(", ", near)}." : ".");
    }
}
