using Feeds.Harvester.Json;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>An opportunity whose occurrences are being read.</summary>
internal readonly record struct Whole(SubjectKey Key, OpportunityType Type, Description Description);

/// <summary>Reads opportunities that have occurrences and parts: series, courses, facilities, on-demand events.</summary>
internal sealed class Wholes(Descriptions descriptions, Sessions sessions, Parents parents)
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>Reads the item's own record.</summary>
    internal void ReadOwn(in JsonRecord record, OpportunityType type, ItemDraft draft) =>
        Add(record, type, draft, draft.KeyOf(record), owner: null, NormalisingLimits.ParentLevels);

    /// <summary>Whether dated occurrences are embedded.</summary>
    internal static bool HasOccurrences(in JsonRecord record) =>
        record[Property.SubEvent].Each().Any(child => !child.Get(Property.StartDate).IsAbsent());

    /// <summary>Adds the embedded occurrences; references, and those without a usable time, are passed over.</summary>
    /// <returns>How many there were.</returns>
    internal int AddOccurrences(JsonValue children, in Whole whole, ItemDraft draft, int levels = NormalisingLimits.ParentLevels)
    {
        var count = 0;
        var parts = 0;
        foreach (var child in children.Each())
        {
            if (!child.IsObject())
                continue;
            var record = new JsonRecord(child);
            if (RecordTypes.Of(record) is (RecordType.SessionSeries or RecordType.EventSeries or RecordType.HeadlineEvent or RecordType.CourseInstance) and var type)
                AddPart(record, (OpportunityType)type, whole.Key, $"subEvent/{parts++}", draft, levels);
            else if (AddOccurrence(record, whole, draft))
                count++;
        }

        return count;
    }

    private bool AddOccurrence(in JsonRecord record, in Whole whole, ItemDraft draft)
    {
        if (!record.Has(Property.StartDate))
            return false;
        if (SessionTimes.Read(record, draft, out var times) is { } rejection)
        {
            draft.Note(rejection.Reason, rejection.Detail);
            return false;
        }

        draft.Add(sessions.OfParent(record, times, whole.Key, whole.Type, whole.Description, isEmbedded: true));
        return true;
    }

    private void Add(in JsonRecord record, OpportunityType type, ItemDraft draft, SubjectKey key, SubjectKey? owner, int levels)
    {
        var parent = owner is null ? Parents.Find(record, (RecordType)type, draft.FeedUrl) : null;
        var whole = new Whole(key, type, descriptions.Read(record, type));
        var parentKey = owner ?? parent?.Key;
        draft.Add(new Fragment
        {
            Subject = key,
            Origin = owner is null ? FragmentOrigin.Own : FragmentOrigin.Nested,
            Type = type,
            Parent = parentKey == key ? null : parentKey,
            Description = whole.Description,
        });
        if (parent is { } link)
            parents.AddEmbedded(link, draft);
        AddContents(record, whole, draft, levels);
    }

    private void AddContents(in JsonRecord record, in Whole whole, ItemDraft draft, int levels)
    {
        switch (whole.Type)
        {
            case OpportunityType.OnDemandEvent:
                break;
            case OpportunityType.Course:
                AddParts(record[Property.HasCourseInstance], OpportunityType.CourseInstance, whole.Key, "hasCourseInstance", draft, levels);
                break;
            case OpportunityType.FacilityUse or OpportunityType.IndividualFacilityUse:
                AddOccurrences(record[Property.Event], whole, draft, levels);
                AddParts(record[Property.IndividualFacilityUse], OpportunityType.IndividualFacilityUse, whole.Key, "individualFacilityUse", draft, levels);
                break;
            default:
                var count = AddOccurrences(record[Property.SubEvent], whole, draft, levels);
                AddSpan(record, whole, count, draft);
                break;
        }
    }

    private void AddParts(JsonValue value, OpportunityType type, SubjectKey owner, string name, ItemDraft draft, int levels)
    {
        var count = 0;
        foreach (var part in value.Each())
        {
            if (part.IsObject())
                AddPart(new JsonRecord(part), type, owner, $"{name}/{count++}", draft, levels);
        }
    }

    /// <summary>A part without an id of its own is known by its identifier, its page, or its position.</summary>
    private void AddPart(in JsonRecord record, OpportunityType type, SubjectKey owner, string position, ItemDraft draft, int levels)
    {
        if (levels == 0)
            return;
        var key = SubjectKeys.Of(record, draft.FeedUrl)
            ?? owner.Part(record[Property.Identifier, Property.Url].Line(NormalisingLimits.Url) ?? position);
        Add(record, RecordTypes.OpportunityOf(record, type), draft, key, owner, levels - 1);
    }

    /// <summary>A HeadlineEvent lasts from its start to its end; a CourseInstance of less than a day without sessions is one session.</summary>
    private static void AddSpan(in JsonRecord record, in Whole whole, int occurrences, ItemDraft draft)
    {
        if (whole.Type is not (OpportunityType.HeadlineEvent or OpportunityType.CourseInstance) || !Times.Read(record[Property.StartDate]).IsInstant)
            return;
        SessionTimes.Read(record, draft, out var times);
        if (whole.Type == OpportunityType.HeadlineEvent || (occurrences == 0 && times.End - times.Start < OneDay))
            draft.Add(Sessions.OfItself(record, times, whole.Key, whole.Type, isWhole: true));
    }
}
