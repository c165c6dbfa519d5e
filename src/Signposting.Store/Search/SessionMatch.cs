using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Finds the next session that counts for each candidate, and reads the sessions that are shown.</summary>
internal sealed class SessionMatch(IStoreReader reader, OpportunityQuery query, SessionWindow window)
{
    /// <summary>Rows read for each listed session: several rooms may run at the same time.</summary>
    private const int RowsPerSession = 4;

    private readonly Dictionary<long, List<SessionRow>> _sessions = [];

    private int MaxRows => query.SessionsPerItem * RowsPerSession;

    /// <summary>The next session of each that has one. Most candidates of a nearest search are shown, so their sessions are read at once instead of asked for first.</summary>
    public Task<Dictionary<long, Next>> NextOfShownAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel) =>
        MatchAsync(candidates, ReadShownAsync, cancel);

    /// <summary>The next session of each that has one, without reading the others.</summary>
    public Task<Dictionary<long, Next>> NextAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel) =>
        MatchAsync(candidates, ReadNextAsync, cancel);

    /// <summary>The sessions to be listed with these.</summary>
    public async Task<IReadOnlyDictionary<long, List<SessionRow>>> ListAsync(IEnumerable<Candidate> candidates, CancellationToken cancel)
    {
        var scopes = candidates.Where(c => !_sessions.ContainsKey(c.Id)).Select(ScopeOf).ToList();
        if (scopes.Count > 0)
        {
            foreach (var (id, rows) in await reader.ReadSessionsAsync(scopes, window, MaxRows, cancel).ConfigureAwait(false))
                _sessions[id] = rows;
        }

        return _sessions;
    }

    /// <summary>Adds those whose times nobody has published: they may well run then.</summary>
    private async Task<Dictionary<long, Next>> MatchAsync(
        IReadOnlyList<Candidate> candidates, Func<List<SessionScope>, CancellationToken, Task<Dictionary<long, Next>>> read, CancellationToken cancel)
    {
        if (window.Spans.Count == 0)
            return [];
        var next = await read([.. candidates.Select(ScopeOf)], cancel).ConfigureAwait(false);
        var unstated = (query.Filters.HasTimes ? Unstated.Times : 0) | (query.Filters.HasSpaces ? Unstated.HasSpaces : 0);
        if (unstated != 0 && query.Filters.StatedOnly)
            return next;
        var without = candidates.Where(c => !next.ContainsKey(c.Id)).ToList();
        if (without.Count == 0)
            return next;
        var timed = await reader.ReadTimesAsync([.. without.Select(c => c.SubjectId).Distinct()], cancel).ConfigureAwait(false);
        foreach (var candidate in without.Where(c => !timed.Contains(c.SubjectId) && IsOn(c, window)))
            next[candidate.Id] = new Next(long.MaxValue, unstated);
        return next;
    }

    private async Task<Dictionary<long, Next>> ReadShownAsync(List<SessionScope> scopes, CancellationToken cancel)
    {
        var sessions = await reader.ReadSessionsAsync(scopes, window, MaxRows, cancel).ConfigureAwait(false);
        var next = new Dictionary<long, Next>(sessions.Count);
        var unclear = new List<SessionScope>();
        foreach (var scope in scopes)
        {
            if (!sessions.TryGetValue(scope.OpportunityId, out var rows))
                continue;
            _sessions[scope.OpportunityId] = rows;
            if (rows.Find(Runs) is { } first)
                next[scope.OpportunityId] = new Next(first.Start, UnstatedOf(rows));
            else if (rows.Count == MaxRows)
                unclear.Add(scope);
        }

        if (unclear.Count > 0)
        {
            foreach (var (id, start) in await ReadNextAsync(unclear, cancel).ConfigureAwait(false))
                next[id] = start;
        }

        return next;
    }

    private async Task<Dictionary<long, Next>> ReadNextAsync(List<SessionScope> scopes, CancellationToken cancel)
    {
        var starts = await reader.ReadNextStartsAsync(scopes, window, cancel).ConfigureAwait(false);
        if (!window.Spaces || window.StatedSpaces)
            return starts.ToDictionary(s => s.Key, s => new Next(s.Value, Unstated.None));
        var found = scopes.FindAll(s => starts.ContainsKey(s.OpportunityId));
        var stated = await reader.ReadNextStartsAsync(found, window with { StatedSpaces = true }, cancel).ConfigureAwait(false);
        return starts.ToDictionary(s => s.Key, s => new Next(s.Value, stated.ContainsKey(s.Key) ? Unstated.None : Unstated.HasSpaces));
    }

    private Unstated UnstatedOf(List<SessionRow> rows) =>
        window.Spaces && !rows.Exists(r => Runs(r) && r.Remaining is not null) ? Unstated.HasSpaces : Unstated.None;

    private static bool Runs(SessionRow row) => row.Status is SessionStatus.Scheduled or SessionStatus.Rescheduled;

    /// <summary>Whether it may run within the window, as far as its own first and last day tell.</summary>
    public static bool IsOn(Candidate candidate, SessionWindow window) =>
        window.Spans.Count > 0 && (candidate.Starts ?? long.MinValue) < window.Spans[^1].To && (candidate.Ends ?? long.MaxValue) > window.Spans[0].From;

    public static SessionScope ScopeOf(Candidate candidate) => new(candidate.Id, candidate.SubjectId, candidate.Flags);
}

/// <summary>The next session that counts.</summary>
/// <param name="Start">Unix seconds; <see cref="long.MaxValue"/> when nobody has published any.</param>
/// <param name="Unstated">What it leaves open of what was asked for.</param>
internal readonly record struct Next(long Start, Unstated Unstated);
