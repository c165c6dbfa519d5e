using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>From days and times in Europe/London to spans of instants, through both changes of the clock.</summary>
internal static class SessionWindows
{
    public static SessionWindow Of(OpportunityQuery query, DateTimeOffset now)
    {
        var from = Math.Max(query.From.ToUnixTimeSeconds(), now.ToUnixTimeSeconds());
        var to = query.To.ToUnixTimeSeconds();
        var filters = query.Filters;
        IReadOnlyList<(long From, long To)> spans = from >= to ? [] : filters.HasTimes ? Join(Spans(filters, from, to)) : [(from, to)];
        return new SessionWindow(spans, filters.HasSpaces, filters.HasSpaces && filters.StatedOnly);
    }

    private static IEnumerable<(long From, long To)> Spans(OpportunityFilters filters, long from, long to)
    {
        var last = DateOnly.FromDateTime(UkTime.FromUnix(to).DateTime);
        for (var day = DateOnly.FromDateTime(UkTime.FromUnix(from).DateTime); day <= last; day = day.AddDays(1))
        {
            if (filters.Days.Count > 0 && !filters.Days.Contains(day.DayOfWeek))
                continue;
            var start = UkTime.ToUnix(day.ToDateTime(filters.StartAfter ?? TimeOnly.MinValue));
            var end = filters.StartBefore is { } before ? UkTime.ToUnix(day.ToDateTime(before)) : UkTime.ToUnix(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
            if (Math.Max(start, from) < Math.Min(end, to))
                yield return (Math.Max(start, from), Math.Min(end, to));
        }
    }

    private static List<(long From, long To)> Join(IEnumerable<(long From, long To)> spans)
    {
        var joined = new List<(long From, long To)>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && joined[^1].To == span.From)
                joined[^1] = (joined[^1].From, span.To);
            else
                joined.Add(span);
        }

        return joined;
    }
}
