using System.Text;
using Feeds.Harvester.Json;
using NodaTime;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>
/// Reads full Schedules so that they can be expanded into sessions. One that cannot be understood to its last word is left
/// in words only, with a note: a session that does not take place is worse than one that is not shown.
/// </summary>
internal static class Recurrences
{
    /// <summary>Null when there is no full Schedule. A PartialSchedule must not be extrapolated (Modelling Opportunity Data).</summary>
    internal static IReadOnlyList<Recurrence>? Read(JsonValue value, Repairs repairs)
    {
        List<Recurrence>? all = null;
        var count = 0;
        foreach (var schedule in value.Each())
        {
            if (count++ == NormalisingLimits.Schedules)
                break;
            if (!IsFull(schedule))
                continue;
            if (ReadOne(schedule, out var doubt) is { } recurrence)
                (all ??= []).Add(recurrence);
            else
                repairs.Add("schedule-not-expanded", $"{PropertyNames.Of(doubt)} {Quote(schedule, doubt)}");
        }

        return all;
    }

    private static bool IsFull(JsonValue schedule) =>
        schedule.IsObject() && schedule.Get(Property.AtType, Property.Type).Each().Any(type => JsonValues.LastPart(type.Utf8()).SequenceEqual("Schedule"u8));

    /// <returns>Null when something is unclear; <paramref name="doubt"/> names the property.</returns>
    private static Recurrence? ReadOne(JsonValue schedule, out Property doubt)
    {
        doubt = Property.StartTime;
        if (ClockTimes.Read(schedule.Get(Property.StartTime)) is not { } start)
            return null;
        doubt = Property.StartDate;
        if (!TryDay(schedule.Get(Property.StartDate), out var from))
            return null;
        doubt = Property.EndDate;
        if (!TryDay(schedule.Get(Property.EndDate), out var to) || to < from)
            return null;
        doubt = Property.ByDay;
        if (!TryDays(schedule, out var days))
            return null;
        doubt = Property.ByMonthDay;
        if (!TryNumbers(schedule.Get(Property.ByMonthDay), -31, 31, out var monthDays))
            return null;
        doubt = Property.ByMonth;
        if (!TryNumbers(schedule.Get(Property.ByMonth), 1, 12, out var months))
            return null;
        doubt = Property.RepeatCount;
        if (!TryCount(schedule.Get(Property.RepeatCount), out var count))
            return null;
        doubt = Property.ScheduleTimezone;
        if (!TryZone(schedule.Get(Property.ScheduleTimezone), out var zone))
            return null;
        doubt = Property.ExceptDate;
        if (!ExceptDates.TryRead(schedule.Get(Property.ExceptDate), start, out var except))
            return null;
        doubt = Property.RepeatFrequency;
        var read = new Recurrence
        {
            Start = start,
            Seconds = SecondsOf(schedule, start),
            Unit = RepeatUnit.Once,
            From = from,
            To = to,
            Days = days,
            MonthDays = monthDays,
            Months = months,
            Count = count,
            Except = except,
            Zone = zone,
        };
        return TryRepeat(schedule, read, out var recurrence) && IsAnchored(recurrence) ? recurrence : null;
    }

    /// <summary>Without <c>repeatFrequency</c> a named weekday is weekly, a named day of the month monthly, and one day once.</summary>
    private static bool TryRepeat(JsonValue schedule, Recurrence read, out Recurrence recurrence)
    {
        var (every, unit) = (1, RepeatUnit.Once);
        if (!schedule.Get(Property.RepeatFrequency).IsAbsent())
        {
            if (ScheduleFrequency.Read(schedule) is not var (count, letter) || UnitOf(letter) is not { } known)
            {
                recurrence = read;
                return false;
            }

            (every, unit) = (count, known);
        }
        else if (read.MonthDays is not null || read.Days?.Any(day => day.Ordinal != 0) == true)
        {
            unit = RepeatUnit.Month;
        }
        else if (read.Days is not null)
        {
            unit = RepeatUnit.Week;
        }

        recurrence = read with { Unit = unit, Every = every };
        return unit != RepeatUnit.Once || read.Count == 1 || read.To is null || read.To == read.From;
    }

    private static RepeatUnit? UnitOf(char letter) => letter switch
    {
        'D' => RepeatUnit.Day,
        'W' => RepeatUnit.Week,
        'M' => RepeatUnit.Month,
        'Y' => RepeatUnit.Year,
        _ => null,
    };

    /// <summary>What is counted from the first day needs one.</summary>
    private static bool IsAnchored(Recurrence recurrence) =>
        recurrence.From is not null
        || (recurrence is { Every: 1, Count: null } && recurrence.Unit switch
        {
            RepeatUnit.Day => true,
            RepeatUnit.Week => recurrence.Days is not null,
            RepeatUnit.Month => recurrence.Days is not null || recurrence.MonthDays is not null,
            _ => false,
        });

    /// <summary>Absent is clear, and so is a day or a time of one; of an instant the day in London counts.</summary>
    private static bool TryDay(JsonValue value, out DateOnly? day)
    {
        var time = Times.Read(value);
        day = time.Form switch
        {
            TimeForm.Date => time.Date,
            TimeForm.Instant => DateOnly.FromDateTime(time.At.DateTime),
            _ => null,
        };
        return time.Form is TimeForm.Absent or TimeForm.Date or TimeForm.Instant;
    }

    /// <summary>Public holidays are no weekday: beside others they are passed over, alone they say nothing.</summary>
    private static bool TryDays(JsonValue schedule, out IReadOnlyList<RepeatDay>? days)
    {
        var read = ScheduleDays.All(schedule);
        days = read.Count == 0 ? null : [.. read.OfType<(int Ordinal, int Index)>().Where(day => day.Index < 7).Select(day => new RepeatDay(day.Index + 1, day.Ordinal)).Distinct()];
        return read.TrueForAll(day => day is not null) && days?.Count != 0;
    }

    private static bool TryNumbers(JsonValue value, int least, int most, out IReadOnlyList<int>? numbers)
    {
        var read = value.Each().Take(most - least + 2, entry => entry.Integer());
        numbers = read.Count == 0 ? null : [.. read.OfType<int>().Distinct().Order()];
        return read.TrueForAll(number => number is { } known && known != 0 && known >= least && known <= most);
    }

    private static bool TryCount(JsonValue value, out int? count)
    {
        count = value.IsAbsent() ? null : value.Integer();
        return value.IsAbsent() || count > 0;
    }

    private static bool TryZone(JsonValue value, out string? zone)
    {
        zone = value.Line(NormalisingLimits.Label);
        if (zone is "Europe/London")
            zone = null;
        return zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;
    }

    /// <summary><c>duration</c>, or from start to end on the clock, over midnight where the end is before the start.</summary>
    private static int? SecondsOf(JsonValue schedule, TimeOnly start)
    {
        if (Durations.Read(schedule.Get(Property.Duration)) is { } duration)
            return (int)duration.TotalSeconds;
        return ClockTimes.Read(schedule.Get(Property.EndTime)) is { } end && end != start ? (int)(end - start).TotalSeconds : null;
    }

    private static string Quote(JsonValue schedule, Property property) =>
        schedule.Get(property) is var value && !value.IsAbsent() ? Text.Line(value.GetRawText(), NormalisingLimits.Label)! : "is not stated.";
}
