using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Rows as a person reads them: one line for each time. An item of its own counts more than its copy inside the parent;
/// a class that runs in several rooms or on several courts at once is one line with the places added up.
/// </summary>
internal static class SessionList
{
    public static List<Session> From(IReadOnlyList<SessionRow> rows, int max)
    {
        var sessions = new List<Session>();
        foreach (var group in rows.GroupBy(r => r.Start).OrderBy(g => g.Key))
        {
            if (sessions.Count == max)
                break;
            sessions.Add(One([.. group]));
        }

        return sessions;
    }

    /// <summary>As <see cref="From"/>, and from when on there is more; null when that was all.</summary>
    /// <param name="limit">How many rows were read at most: as many mean that the last time may be incomplete.</param>
    public static (List<Session> Sessions, DateTimeOffset? More) Page(List<SessionRow> rows, int limit, int max)
    {
        var times = rows.GroupBy(r => r.Start).OrderBy(g => g.Key).ToList();
        var whole = rows.Count < limit ? times.Count : Math.Max(1, times.Count - 1);
        var shown = Math.Min(whole, max);
        var sessions = times.Take(shown).Select(time => One([.. time])).ToList();
        long? more = shown < times.Count ? times[shown].Key : rows.Count < limit ? null : times[shown - 1].Key + 1;
        return (sessions, more is { } start ? UkTime.FromUnix(start) : null);
    }

    /// <summary>What is cancelled or postponed as a whole has no session that runs, whatever the sessions' own records say.</summary>
    public static IReadOnlyList<Session> Under(SessionStatus? whole, List<Session> sessions) =>
        whole is SessionStatus.Cancelled or SessionStatus.Postponed ? sessions.ConvertAll(s => s with { Status = whole.Value }) : sessions;

    private static Session One(List<SessionRow> rows)
    {
        if (rows.Count == 1)
            return ToSession(rows[0], rows[0].Remaining);
        if (rows.Exists(r => !r.Flags.HasFlag(SessionFlags.Embedded)))
            rows.RemoveAll(r => r.Flags.HasFlag(SessionFlags.Embedded));
        var running = rows.FindAll(r => r.Status is SessionStatus.Scheduled or SessionStatus.Rescheduled);
        var shown = running.Count > 0 ? running : rows;
        var remaining = shown.Exists(r => r.Remaining is not null) ? shown.Sum(r => r.Remaining ?? 0) : (int?)null;
        var first = shown.OrderByDescending(r => r.Remaining ?? 0).ThenBy(r => r.Seconds).ThenBy(r => r.ItemKey).First();
        return ToSession(first, remaining);
    }

    private static Session ToSession(SessionRow row, int? remaining) => new()
    {
        Start = UkTime.FromUnix(row.Start),
        End = row.Seconds is { } seconds ? UkTime.FromUnix(row.Start + seconds) : null,
        Status = row.Status,
        RemainingPlaces = remaining,
        Url = row.Url,
    };
}
