using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Whom a record inherits from.</summary>
/// <param name="Key">What it is joined by.</param>
/// <param name="Type">Its type, where it is embedded and states one; else the type that the child's suggests.</param>
/// <param name="Content">The embedded record; undefined when it is only referred to.</param>
internal readonly record struct ParentLink(SubjectKey Key, OpportunityType Type, JsonValue Content);

/// <summary>Finds parents and describes those that are embedded in their child.</summary>
internal sealed class Parents(Descriptions descriptions)
{
    /// <summary>The parent that a record of this type names; null when it names none.</summary>
    internal static ParentLink? Find(in JsonRecord record, RecordType type, string feedUrl) => type switch
    {
        RecordType.ScheduledSession => First(record[Property.SuperEvent], OpportunityType.SessionSeries, feedUrl),
        RecordType.Slot => First(record[Property.FacilityUse], OpportunityType.FacilityUse, feedUrl),
        RecordType.IndividualFacilityUse => First(record[Property.AggregateFacilityUse, Property.FacilityUse], OpportunityType.FacilityUse, feedUrl),
        RecordType.CourseInstance => First(record[Property.InstanceOfCourse], OpportunityType.Course, feedUrl)
            ?? First(record[Property.SuperEvent], OpportunityType.Course, feedUrl)
            ?? First(record[Property.Course, Property.BetaCourse], OpportunityType.Course, feedUrl),
        RecordType.Course or RecordType.FacilityUse => null,
        _ => First(record[Property.SuperEvent], OpportunityType.EventSeries, feedUrl),
    };

    /// <summary>Describes the parent, and its own parents up to three levels, if they are embedded.</summary>
    /// <returns>The parent's description; null when it is only referred to.</returns>
    internal Description? AddEmbedded(ParentLink parent, ItemDraft draft, int levels = NormalisingLimits.ParentLevels)
    {
        if (!parent.Content.IsObject() || levels == 0)
            return null;
        var record = new JsonRecord(parent.Content);
        var above = Find(record, (RecordType)parent.Type, draft.FeedUrl);
        var description = descriptions.Read(record, parent.Type);
        draft.Add(new Fragment
        {
            Subject = parent.Key,
            Origin = FragmentOrigin.Embedded,
            Type = parent.Type,
            Parent = above?.Key == parent.Key ? null : above?.Key,
            Description = description,
        });
        if (above is { } next)
            AddEmbedded(next, draft, levels - 1);
        return description;
    }

    private static ParentLink? First(JsonValue value, OpportunityType otherwise, string feedUrl)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Read(value, otherwise, feedUrl);
        foreach (var entry in value.Children)
        {
            if (Read(entry, otherwise, feedUrl) is { } parent)
                return parent;
        }

        return null;
    }

    private static ParentLink? Read(JsonValue value, OpportunityType otherwise, string feedUrl)
    {
        if (value.IsAbsent())
            return null;
        if (value.IsString())
            return new ParentLink(SubjectKeys.OfId(value, feedUrl), otherwise, default);
        if (!value.IsObject())
            return null;
        var record = new JsonRecord(value);
        var key = SubjectKeys.Of(record, feedUrl);
        var content = record.HasContent() ? value : default;
        if (key is null && !content.IsObject())
            return null;
        return new ParentLink(key ?? SubjectKeys.OfContent(value, feedUrl), RecordTypes.OpportunityOf(record, otherwise), content);
    }
}
