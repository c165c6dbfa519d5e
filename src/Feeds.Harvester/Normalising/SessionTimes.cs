using Feeds.Harvester.Json;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Normalising;

/// <summary>When one occurrence takes place.</summary>
internal readonly record struct SessionTimes(DateTimeOffset Start, DateTimeOffset? End)
{
    /// <summary>Reads start and end; the end is <c>endDate</c>, or start and <c>duration</c>.</summary>
    /// <returns>Why there is no usable time; null when there is one.</returns>
    internal static Rejection? Read(in JsonRecord record, ItemDraft draft, out SessionTimes times)
    {
        times = default;
        var published = record[Property.StartDate];
        var start = Times.Read(published);
        if (!start.IsInstant)
            return Refuse(start.Form, published);
        times = new SessionTimes(start.At, ReadEnd(record, start.At, draft));
        return null;
    }

    private static DateTimeOffset? ReadEnd(in JsonRecord record, DateTimeOffset start, ItemDraft draft)
    {
        var published = record[Property.EndDate];
        var end = Times.Read(published);
        if (end.IsInstant && end.At > start)
            return end.At;
        if (end.IsInstant && end.At < start)
            draft.Note("end-before-start", $"{record[Property.StartDate]} to {published}");
        else if (end.Form is TimeForm.Unreadable or TimeForm.OutOfRange)
            draft.Note("end-date-dropped", published.Line(NormalisingLimits.QuotedValue) ?? published.ValueKind.ToString());
        return start + Durations.Read(record[Property.Duration]);
    }

    private static Rejection Refuse(TimeForm form, JsonValue published) => form switch
    {
        TimeForm.Absent => new(RejectionReasons.TimeMissing, "The session has no startDate."),
        TimeForm.Date => new(RejectionReasons.TimeMissing, $"The startDate {Quote(published)} of the session has no time of day."),
        TimeForm.OutOfRange => new(RejectionReasons.TimeOutOfRange, $"The startDate {Quote(published)} is not between the years {NormalisingLimits.FirstYear} and {NormalisingLimits.LastYear}."),
        _ => new(RejectionReasons.TimeUnreadable, $"The startDate {Quote(published)} is not an ISO 8601 date and time."),
    };

    private static string Quote(JsonValue value) => Text.Quote(value.IsString() ? value.GetString()! : value.GetRawText());
}
