using System.Text.Json;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>activity</c>: Concepts, labels or ids, one or several.</summary>
/// <param name="list">The activity list at this moment.</param>
internal sealed class Activities(Func<ActivityList> list)
{
    /// <summary>At most ten, each once; null when none is stated.</summary>
    internal IReadOnlyList<Activity>? Read(JsonElement value)
    {
        List<Activity>? activities = null;
        foreach (var entry in value.Each())
        {
            if (ReadOne(entry) is not { } activity)
                continue;
            activities ??= [];
            if (!activities.Exists(known => IsSame(known, activity)))
                activities.Add(activity);
            if (activities.Count == NormalisingLimits.Activities)
                break;
        }

        return activities;
    }

    private Activity? ReadOne(JsonElement value)
    {
        var id = value.IsObject() ? value.Get("@id"u8, "id"u8).Line(NormalisingLimits.Url) : null;
        var label = value.IsObject() ? value.Get("prefLabel"u8, "name"u8).Line(NormalisingLimits.Label) : value.Line(NormalisingLimits.Url);
        if (label is not null && Labels.IsUrl(label))
            (id, label) = (id ?? label, null);
        if (id is null && label is null)
            return null;
        if (list().Resolve(id, label) is { } concept)
            return new Activity(concept.Id, concept.PrefLabel);
        return label is not null && Text.Line(label, NormalisingLimits.Label) is { } words ? new Activity(null, words) : null;
    }

    private static bool IsSame(Activity one, Activity other) =>
        one.Id == other.Id && (one.Id is not null || one.Label.Equals(other.Label, StringComparison.OrdinalIgnoreCase));
}
