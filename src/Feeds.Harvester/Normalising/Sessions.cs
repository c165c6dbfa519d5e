using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Makes a <see cref="SessionChange"/> of one occurrence.</summary>
internal sealed class Sessions(Descriptions descriptions)
{
    /// <summary>An occurrence of a parent.</summary>
    /// <param name="record">The occurrence.</param>
    /// <param name="times">When it takes place.</param>
    /// <param name="subject">Its parent.</param>
    /// <param name="type">The parent's type.</param>
    /// <param name="parent">What the parent states, where it is in the same record.</param>
    /// <param name="isEmbedded">It came inside its parent's record.</param>
    internal SessionChange OfParent(in JsonRecord record, SessionTimes times, SubjectKey subject, OpportunityType type, Description? parent, bool isEmbedded) => new()
    {
        Subject = subject,
        SubjectType = type,
        Start = times.Start,
        End = times.End,
        Status = Status(record, parent),
        RemainingPlaces = Remaining(record),
        Url = record[Property.Url].Url(),
        IsEmbedded = isEmbedded,
        Own = descriptions.ReadOwn(record, parent),
    };

    /// <summary>The occurrence that an opportunity itself is; its description has the rest.</summary>
    internal static SessionChange OfItself(in JsonRecord record, SessionTimes times, SubjectKey subject, OpportunityType type, bool isWhole) => new()
    {
        Subject = subject,
        SubjectType = type,
        Start = times.Start,
        End = times.End,
        Status = Status(record, parent: null),
        RemainingPlaces = Remaining(record),
        IsWhole = isWhole,
    };

    /// <summary>What happens in a cancelled series is cancelled, whatever it says itself; any other status is inherited.</summary>
    private static SessionStatus Status(in JsonRecord record, Description? parent) =>
        parent?.Status == SessionStatus.Cancelled
            ? SessionStatus.Cancelled
            : EventStatus.Read(record[Property.EventStatus]) ?? parent?.Status ?? SessionStatus.Scheduled;

    private static int? Remaining(in JsonRecord record)
    {
        var value = record[Property.RemainingUses, Property.RemainingAttendeeCapacity];
        return value.ValueKind == JsonValueKind.Undefined ? null : value.Integer() is { } places ? Math.Max(0, places) : null;
    }
}
