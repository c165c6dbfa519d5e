using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads items that are one occurrence: ScheduledSession, Event and Slot.</summary>
internal sealed class Occurrences(Descriptions descriptions, Sessions sessions, Parents parents, Wholes wholes)
{
    /// <returns>Why the item cannot be kept; null when it is in the draft.</returns>
    internal Rejection? Read(in JsonRecord record, RecordType type, ItemDraft draft)
    {
        if (Parents.Find(record, type, draft.FeedUrl) is not { } parent)
            return CanStandAlone(record, type) ? ReadAlone(record, (OpportunityType)type, draft) : Refuse(type);
        if (SessionTimes.Read(record, draft, out var times) is { } rejection)
            return rejection;
        var description = parents.AddEmbedded(parent, draft);
        draft.Add(sessions.OfParent(record, times, parent.Key, parent.Type, description, isEmbedded: false));
        return null;
    }

    private static bool CanStandAlone(in JsonRecord record, RecordType type) =>
        type == RecordType.Event || (type == RecordType.ScheduledSession && record.Has(Property.Name));

    private static Rejection Refuse(RecordType type) => new(
        RejectionReasons.ParentMissing,
        type == RecordType.Slot ? "The Slot names no facilityUse." : "The ScheduledSession has neither a superEvent nor a name.");

    /// <summary>It is its own opportunity. Without a time it is kept where a day or a schedule says when it happens.</summary>
    private Rejection? ReadAlone(in JsonRecord record, OpportunityType type, ItemDraft draft)
    {
        var rejection = SessionTimes.Read(record, draft, out var times);
        var isDated = Times.Read(record[Property.StartDate]).IsDate || record[Property.EventSchedule].ValueKind != JsonValueKind.Undefined;
        if (rejection is not null && !isDated && !Wholes.HasOccurrences(record))
            return rejection;

        var key = draft.KeyOf(record);
        var description = descriptions.Read(record, type);
        draft.Add(new Fragment { Subject = key, Origin = FragmentOrigin.Own, Type = type, Description = description });
        var embedded = wholes.AddOccurrences(record[Property.SubEvent], new Whole(key, type, description), draft);
        if (rejection is null)
            draft.Add(Sessions.OfItself(record, times, key, type, isWhole: embedded > 0));
        return null;
    }
}
