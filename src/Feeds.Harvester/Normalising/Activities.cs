using Feeds.Harvester.Json;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>activity</c>: Concepts, labels or ids, one or several.</summary>
/// <param name="list">The activity list at this moment.</param>
internal sealed class Activities(Func<ActivityList> list)
{
    private volatile Memory? _memory;

    /// <summary>At most ten, each once; null when none is stated.</summary>
    internal IReadOnlyList<Activity>? Read(JsonValue value)
    {
        if (value.Tokens is null)
            return null;
        var memory = Fresh();
        if (!memory.Known.TryGet(value.Raw, out var activities, out var hash))
            memory.Known.Keep(value.Raw, hash, activities = ReadAll(value, memory.List));
        return activities;
    }

    private static List<Activity>? ReadAll(JsonValue value, ActivityList list)
    {
        List<Activity>? activities = null;
        foreach (var entry in value.Each())
        {
            if (ReadOne(entry, list) is not { } activity)
                continue;
            activities ??= new(1);
            if (!activities.Exists(known => IsSame(known, activity)))
                activities.Add(activity);
            if (activities.Count == NormalisingLimits.Activities)
                break;
        }

        return activities;
    }

    /// <summary>What was made with one activity list; another list may know more.</summary>
    private Memory Fresh()
    {
        var memory = _memory;
        var current = list();
        if (memory is null || !ReferenceEquals(memory.List, current))
            _memory = memory = new Memory(current);
        return memory;
    }

    private static Activity? ReadOne(JsonValue value, ActivityList list)
    {
        var id = value.IsObject() ? value.Get(Property.AtId, Property.Id).Line(NormalisingLimits.Url) : null;
        var label = value.IsObject() ? value.Get(Property.PrefLabel, Property.Name).Line(NormalisingLimits.Label) : value.Line(NormalisingLimits.Url);
        if (label is not null && Labels.IsUrl(label))
            (id, label) = (id ?? label, null);
        if (id is null && label is null)
            return null;
        if (list.Resolve(id, label) is { } concept)
            return new Activity(concept.Id, concept.PrefLabel);
        return label is not null && Text.Line(label, NormalisingLimits.Label) is { } words ? new Activity(null, words) : null;
    }

    private static bool IsSame(Activity one, Activity other) =>
        one.Id == other.Id && (one.Id is not null || one.Label.Equals(other.Label, StringComparison.OrdinalIgnoreCase));

    private sealed record Memory(ActivityList List)
    {
        public SeenBefore<IReadOnlyList<Activity>?> Known { get; } = new();
    }
}
