using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>The types that are read; the numbers are those of <see cref="OpportunityType"/>, with Slot added.</summary>
internal enum RecordType : byte
{
    None = 0,
    SessionSeries = OpportunityType.SessionSeries,
    ScheduledSession = OpportunityType.ScheduledSession,
    EventSeries = OpportunityType.EventSeries,
    HeadlineEvent = OpportunityType.HeadlineEvent,
    Event = OpportunityType.Event,
    Course = OpportunityType.Course,
    CourseInstance = OpportunityType.CourseInstance,
    FacilityUse = OpportunityType.FacilityUse,
    IndividualFacilityUse = OpportunityType.IndividualFacilityUse,
    OnDemandEvent = OpportunityType.OnDemandEvent,
    Slot = 255,
}

/// <summary>Reads <c>@type</c>: a name, a prefixed name or a URL, or several of them.</summary>
internal static class RecordTypes
{
    /// <summary>The type of a record; <see cref="RecordType.None"/> when it has none that is known.</summary>
    internal static RecordType Of(in JsonRecord record)
    {
        var type = RecordType.None;
        var value = record[Property.AtType, Property.Type];
        if (value.IsString())
            return Parse(JsonValues.LastPart(value.Utf8()));
        foreach (var entry in value.Each())
        {
            // Of several the more specific one counts: ["Event", "ScheduledSession"].
            var next = Parse(JsonValues.LastPart(entry.Utf8()));
            if (type is RecordType.None or RecordType.Event && next != RecordType.None)
                type = next;
        }

        return type;
    }

    /// <summary>The type of what is embedded, or the one that its place suggests.</summary>
    internal static OpportunityType OpportunityOf(in JsonRecord record, OpportunityType otherwise) =>
        Of(record) is not (RecordType.None or RecordType.Slot) and var type ? (OpportunityType)type : otherwise;

    /// <summary>The type of all records of a feed, where the name of its kind is that of a type ("ScheduledSession.SessionSeries" is two).</summary>
    internal static RecordType OfKind(string kind)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["https://openactive.io/", "http://openactive.io/", "oa:"])
        {
            if (kind.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                kind = kind[prefix.Length..];
        }

        return Enum.TryParse<RecordType>(kind, ignoreCase: true, out var type) && Enum.IsDefined(type) && char.IsAsciiLetter(kind[0]) ? type : RecordType.None;
    }

    /// <summary>The published <c>@type</c> for a sentence about it.</summary>
    internal static string Quote(in JsonRecord record) => Text.Quote(record[Property.AtType, Property.Type] is { ValueKind: JsonValueKind.String } text ? text.GetString()! : record[Property.AtType, Property.Type].GetRawText());

    private static RecordType Parse(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("ScheduledSession"u8) => RecordType.ScheduledSession,
        _ when name.SequenceEqual("Slot"u8) => RecordType.Slot,
        _ when name.SequenceEqual("SessionSeries"u8) => RecordType.SessionSeries,
        _ when name.SequenceEqual("Event"u8) => RecordType.Event,
        _ when name.SequenceEqual("FacilityUse"u8) => RecordType.FacilityUse,
        _ when name.SequenceEqual("IndividualFacilityUse"u8) => RecordType.IndividualFacilityUse,
        _ when name.SequenceEqual("CourseInstance"u8) => RecordType.CourseInstance,
        _ when name.SequenceEqual("Course"u8) => RecordType.Course,
        _ when name.SequenceEqual("HeadlineEvent"u8) => RecordType.HeadlineEvent,
        _ when name.SequenceEqual("EventSeries"u8) => RecordType.EventSeries,
        _ when name.SequenceEqual("OnDemandEvent"u8) => RecordType.OnDemandEvent,
        _ => RecordType.None,
    };
}
