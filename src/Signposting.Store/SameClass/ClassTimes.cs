using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.SameClass;

/// <summary>When a class is from now on, in order: each start once, with its length where the records agree on one.</summary>
internal sealed class ClassTimes
{
    /// <summary>Sessions that are read of a class; one with more is compared with nothing.</summary>
    public const int MostRows = 1_000;

    private readonly IReadOnlyList<(long Start, long? Seconds, bool IsOff)> _times;

    private ClassTimes(IReadOnlyList<(long, long?, bool)> times) => _times = times;

    /// <summary>Start of the last session; null when none is published.</summary>
    public long? Last => _times.Count == 0 ? null : _times[^1].Start;

    public static ClassTimes Of(IReadOnlyList<SessionRow> rows, SessionStatus? whole)
    {
        if (rows.Count >= MostRows)
            return new ClassTimes([]);
        var isOff = whole is SessionStatus.Cancelled or SessionStatus.Postponed;
        return new ClassTimes([.. rows.GroupBy(row => row.Start).OrderBy(time => time.Key).Select(time => One([.. time], isOff))]);
    }

    /// <summary>
    /// Whether <paramref name="other"/>, which does not look further ahead, is at exactly these times: what it publishes, it all says too.
    /// What one calls off and the other does not is a contradiction, unless these times are the more careful ones.
    /// </summary>
    /// <param name="hasOneId">Both have the same <c>@id</c>: what the other leaves out, it has not copied yet.</param>
    public bool Cover(ClassTimes other, bool hasOneId)
    {
        if (other.Last is not { } last)
            return hasOneId;
        var mine = _times.TakeWhile(time => time.Start <= last).ToList();
        if (hasOneId)
            mine = [.. mine.IntersectBy(other._times.Select(time => time.Start), time => time.Start)];
        return mine.Count == other._times.Count && mine.Zip(other._times).All(pair =>
            pair.First.Start == pair.Second.Start
            && (pair.First.Seconds is null || pair.Second.Seconds is null || pair.First.Seconds == pair.Second.Seconds)
            && (pair.First.IsOff || !pair.Second.IsOff));
    }

    /// <summary>An item of its own counts more than its copy inside the parent, as in what is shown.</summary>
    private static (long Start, long? Seconds, bool IsOff) One(List<SessionRow> rows, bool isOff)
    {
        if (rows.Exists(row => !row.Flags.HasFlag(SessionFlags.Embedded)))
            rows.RemoveAll(row => row.Flags.HasFlag(SessionFlags.Embedded));
        var seconds = rows.Select(row => row.Seconds).Distinct().ToList();
        return (rows[0].Start, seconds.Count == 1 ? seconds[0] : null, isOff || rows.TrueForAll(row => row.Status is SessionStatus.Cancelled or SessionStatus.Postponed));
    }
}
