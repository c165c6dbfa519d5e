using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Finds the next session that counts for each candidate, and reads the sessions that are shown.</summary>
internal sealed class SessionMatch(IStoreReader reader, SessionMemory memory, OpportunityQuery query, SessionWindow window)
{
    /// <summary>Rows read for each listed session: several rooms may run at the same time.</summary>
    private const int RowsPerSession = 4;

    private readonly Dictionary<long, List<SessionRow>> _sessions = [];
    private (bool IsKnown, long? Seq) _state;

    /// <summary>Subjects of which it is known whether times are published, and those of them of which they are.</summary>
    private readonly HashSet<long> _asked = [];
    private readonly HashSet<long> _timed = [];

    private int MaxRows => query.SessionsPerItem * RowsPerSession;

    /// <summary>The next session of each that has one. Most candidates of a nearest search are shown, so their sessions are read at once instead of asked for first where memory cannot tell.</summary>
    public Task<Dictionary<long, Next>> NextOfShownAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel) =>
        MatchAsync(candidates, window.Spaces ? ReadShownAsync : (scopes, stop) => RecallAsync(scopes, ReadShownAsync, stop), cancel);

    /// <summary>The next session of each that has one, without reading the others.</summary>
    public Task<Dictionary<long, Next>> NextAsync(IReadOnlyList<Candidate> candidates, CancellationToken cancel) =>
        MatchAsync(candidates, ReadNextAsync, cancel);

    /// <summary>Reads these records, and the sessions to be listed with these candidates unless they were read already.</summary>
    /// <returns>The records; sessions by opportunity, of others too.</returns>
    public async Task<ShownRows> ListAsync(IReadOnlyCollection<OpportunityCard> cards, IEnumerable<Candidate> candidates, bool isLast, CancellationToken cancel)
    {
        var scopes = candidates.Where(c => !_sessions.ContainsKey(c.Id)).Select(ScopeOf).ToList();
        var shown = await reader.ReadShownAsync(cards, scopes, window, MaxRows, isLast, cancel).ConfigureAwait(false);
        foreach (var (id, rows) in shown.Sessions)
            _sessions[id] = rows;
        return shown with { Sessions = _sessions };
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
        var without = candidates.Where(c => !next.ContainsKey(c.Id) && !_timed.Contains(c.SubjectId)).ToList();
        if (without.Count == 0)
            return next;
        var unknown = without.Where(c => !_asked.Contains(c.SubjectId)).Select(c => c.SubjectId).ToHashSet();
        if (unknown.Count > 0)
            _timed.UnionWith(await reader.ReadTimesAsync(unknown, cancel).ConfigureAwait(false));
        _asked.UnionWith(unknown);
        foreach (var candidate in without.Where(c => !_timed.Contains(c.SubjectId) && IsOn(c, window)))
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
        if (!window.Spaces)
            return await RecallAsync(scopes, AskNextAsync, cancel).ConfigureAwait(false);
        var starts = await reader.ReadNextStartsAsync(scopes, window, cancel).ConfigureAwait(false);
        if (window.StatedSpaces)
            return starts.ToDictionary(s => s.Key, s => new Next(s.Value, Unstated.None));
        var found = scopes.FindAll(s => starts.ContainsKey(s.OpportunityId));
        var stated = await reader.ReadNextStartsAsync(found, window with { StatedSpaces = true }, cancel).ConfigureAwait(false);
        return starts.ToDictionary(s => s.Key, s => new Next(s.Value, stated.ContainsKey(s.Key) ? Unstated.None : Unstated.HasSpaces));
    }

    private async Task<Dictionary<long, Next>> AskNextAsync(List<SessionScope> scopes, CancellationToken cancel)
    {
        var starts = await reader.ReadNextStartsAsync(scopes, window, cancel).ConfigureAwait(false);
        return starts.ToDictionary(s => s.Key, s => new Next(s.Value, Unstated.None));
    }

    /// <summary>From memory where that can tell, and else as <paramref name="ask"/> does; what it learns on the way it keeps.</summary>
    private async Task<Dictionary<long, Next>> RecallAsync(
        List<SessionScope> scopes, Func<List<SessionScope>, CancellationToken, Task<Dictionary<long, Next>>> ask, CancellationToken cancel)
    {
        var next = new Dictionary<long, Next>(scopes.Count);
        if (!_state.IsKnown)
            _state = (true, await memory.CatchUpAsync(reader, cancel).ConfigureAwait(false));
        var open = scopes;
        if (_state.Seq is { } seq)
        {
            // What was learnt for a later window cannot tell of this one.
            var from = window.Spans[0].From;
            var missing = scopes.FindAll(s => IsWhole(s) && !(memory.Find(s.SubjectId, seq)?.From <= from)).ConvertAll(s => s.SubjectId);
            var read = missing.Count == 0 ? [] : await reader.ReadUpcomingAsync(missing, from, cancel).ConfigureAwait(false);
            memory.Remember(read, seq);
            open = scopes.FindAll(s => !IsWhole(s) || !TryFind(read.GetValueOrDefault(s.SubjectId) ?? memory.Find(s.SubjectId, seq), s, next));
        }

        foreach (var (id, start) in open.Count == 0 ? [] : await ask(open, cancel).ConfigureAwait(false))
            next[id] = start;
        return next;
    }

    /// <returns>False: it cannot be told.</returns>
    private bool TryFind(KnownStarts? known, SessionScope scope, Dictionary<long, Next> next)
    {
        if (known is null)
            return false;
        if (known.Starts.Length > 0 || known.IsTimed == true)
            _timed.Add(scope.SubjectId);
        else if (known.IsTimed == false)
            _asked.Add(scope.SubjectId);
        foreach (var (from, to) in window.Spans)
        {
            if (!known.TryFind(from, to, out var start))
                return false;
            if (start is { } first)
            {
                next[scope.OpportunityId] = new Next(first, Unstated.None);
                break;
            }
        }

        return true;
    }

    /// <summary>Shows all sessions of its subject and no others.</summary>
    public static bool IsWhole(SessionScope scope) => (scope.Flags & (OpportunityFlags.Split | OpportunityFlags.Parts)) == 0;

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
