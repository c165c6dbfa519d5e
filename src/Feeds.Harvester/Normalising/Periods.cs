using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>The span of a whole opportunity: its own dates, or those of its schedules.</summary>
internal static class Periods
{
    internal static (DateTimeOffset? Start, DateTimeOffset? End) Read(in JsonRecord record, Repairs repairs)
    {
        var start = Usable(record[Property.StartDate], "start-date-dropped", repairs);
        var end = EndOf(Usable(record[Property.EndDate], "end-date-dropped", repairs));
        if (start.Form < TimeForm.Date && end is null)
            return Schedules.Period(record[Property.EventSchedule]);

        DateTimeOffset? from = start.Form >= TimeForm.Date ? start.At : null;
        if (end is not null && end < from)
        {
            repairs.Add("end-before-start", $"{record[Property.StartDate]} to {record[Property.EndDate]}");
            end = null;
        }

        return (from, end ?? (from + Durations.Read(record[Property.Duration])));
    }

    /// <summary>Exclusive: a day ends where the next one begins.</summary>
    internal static DateTimeOffset? EndOf(TimeValue end) => end.Form switch
    {
        TimeForm.Instant => end.At,
        TimeForm.Date => London.Midnight(end.Date.AddDays(1)),
        _ => null,
    };

    private static TimeValue Usable(JsonValue value, string code, Repairs repairs)
    {
        var time = Times.Read(value);
        if (time.Form is TimeForm.Unreadable or TimeForm.OutOfRange)
            repairs.Add(code, value.Line(NormalisingLimits.QuotedValue) ?? value.ValueKind.ToString());
        return time;
    }
}
