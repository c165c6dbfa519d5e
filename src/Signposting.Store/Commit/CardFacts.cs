using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Search;

namespace Signposting.Store.Commit;

/// <summary>All that the row and the card of an opportunity take from its description.</summary>
internal sealed class CardFacts
{
    /// <summary>Those that follow from the description alone.</summary>
    public required OpportunityFlags Flags { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>See <see cref="ClassLikeness"/>.</summary>
    public long? Likeness { get; init; }

    public long? Starts { get; init; }

    public long? Ends { get; init; }

    /// <summary>Ids of the activity list, each once.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    public required Facets Facets { get; init; }

    /// <summary>The signature of its words (<see cref="WordSignature"/>).</summary>
    public required byte[] Words { get; init; }

    /// <summary>See <see cref="Description.Recurrences"/>.</summary>
    public IReadOnlyList<Recurrence>? Recurrences { get; init; }

    public static CardFacts Of(OpportunityType type, Description description, byte[] words)
    {
        var flags = FlagsOf(description);
        var point = flags.HasFlag(OpportunityFlags.Placed) ? description.Place!.Point : null;
        return new()
        {
            Flags = flags,
            Point = point,
            Likeness = ClassLikeness.Of(type, flags, description.Name, point),
            Starts = description.PeriodStart?.ToUnixTimeSeconds(),
            Ends = description.PeriodEnd?.ToUnixTimeSeconds(),
            Activities = ActivitiesOf(description),
            Facets = Facets.Of(description),
            Words = words,
            Recurrences = description.Recurrences,
        };
    }

    private static OpportunityFlags FlagsOf(Description description)
    {
        var online = description.Attendance is AttendanceMode.Online or AttendanceMode.Mixed;
        var placed = description.Attendance != AttendanceMode.Online && description.Place?.Point is not null;
        return (online ? OpportunityFlags.Online : OpportunityFlags.None)
            | (placed ? OpportunityFlags.Placed : OpportunityFlags.None)
            | (description.Status is SessionStatus.Cancelled or SessionStatus.Postponed ? OpportunityFlags.Off : OpportunityFlags.None);
    }

    private static IReadOnlyList<string> ActivitiesOf(Description description)
    {
        if (description.Activities is not { } activities)
            return [];
        if (activities.Count == 1)
            return activities[0].Id is { } only ? [only] : [];
        return [.. activities.Select(activity => activity.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
