using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Answers one query from one consistent state of the store.</summary>
internal sealed class Searcher(IStoreReader reader, OpportunityQuery query, DateTimeOffset now)
{
    /// <summary>Rows read for each listed session: several rooms may run at the same time.</summary>
    private const int RowsPerSession = 4;

    /// <summary>Few candidates at a time would cost a server engine a round trip each.</summary>
    private const int LeastChunk = 20;

    private readonly long _from = Math.Max(query.From.ToUnixTimeSeconds(), now.ToUnixTimeSeconds());
    private readonly long _to = query.To.ToUnixTimeSeconds();
    private readonly List<Hit> _hits = [];
    private readonly Dictionary<long, List<SessionRow>> _sessions = [];

    public async Task<IReadOnlyList<Found>> SearchAsync(CancellationToken cancel)
    {
        var terms = query.Activities is null ? null : await reader.FindTermsAsync(query.Activities, cancel).ConfigureAwait(false);
        var filter = new CandidateFilter(query.Kinds, terms);
        if (terms is not { Count: 0 })
        {
            if (query.Attendance != AttendanceFilter.Online && query.After is not { Online: true })
                await (query.Sort == SortOrder.Nearest ? NearestAsync(filter, cancel) : SoonestAsync(filter, cancel)).ConfigureAwait(false);
            if (query.Attendance != AttendanceFilter.InPerson && _hits.Count < query.Limit)
                await OnlineAsync(filter, cancel).ConfigureAwait(false);
        }

        return await LoadAsync(cancel).ConfigureAwait(false);
    }

    private async Task NearestAsync(CandidateFilter filter, CancellationToken cancel)
    {
        var walk = new NearestWalk(reader, query.Centre!.Value, query.RadiusMetres, filter, query.Limit);
        var chunk = new List<(Candidate, double)>();
        await foreach (var item in walk.WalkAsync(query.After?.Distance ?? 0, query.After?.Id, cancel).ConfigureAwait(false))
        {
            chunk.Add(item);
            if (chunk.Count < Math.Max(query.Limit - _hits.Count, LeastChunk))
                continue;
            await TakeMatchingAsync(chunk, cancel).ConfigureAwait(false);
            chunk.Clear();
            if (_hits.Count >= query.Limit)
                return;
        }

        await TakeMatchingAsync(chunk, cancel).ConfigureAwait(false);
    }

    private async Task TakeMatchingAsync(List<(Candidate Candidate, double Distance)> chunk, CancellationToken cancel)
    {
        var starts = await MatchAsync([.. chunk.Select(c => c.Candidate)], ReadFirstSessionsAsync, cancel).ConfigureAwait(false);
        foreach (var (candidate, distance) in chunk)
        {
            if (_hits.Count < query.Limit && starts.TryGetValue(candidate.Id, out var start))
                _hits.Add(new Hit(candidate, distance, start, Online: false));
        }
    }

    /// <summary>Most candidates of a nearest search are shown, so their sessions are read at once instead of asked for first.</summary>
    private async ValueTask<Dictionary<long, long>> ReadFirstSessionsAsync(List<SessionScope> scopes, CancellationToken cancel)
    {
        var max = query.SessionsPerItem * RowsPerSession;
        var sessions = await reader.ReadSessionsAsync(scopes, _from, _to, max, cancel).ConfigureAwait(false);
        var starts = new Dictionary<long, long>(sessions.Count);
        var unclear = new List<SessionScope>();
        foreach (var scope in scopes)
        {
            if (!sessions.TryGetValue(scope.OpportunityId, out var rows))
                continue;
            _sessions[scope.OpportunityId] = rows;
            if (rows.Find(r => r.Status is SessionStatus.Scheduled or SessionStatus.Rescheduled) is { } first)
                starts[scope.OpportunityId] = first.Start;
            else if (rows.Count == max)
                unclear.Add(scope);
        }

        if (unclear.Count > 0)
        {
            foreach (var (id, start) in await reader.ReadNextStartsAsync(unclear, _from, _to, cancel).ConfigureAwait(false))
                starts[id] = start;
        }

        return starts;
    }

    private ValueTask<Dictionary<long, long>> ReadStartsAsync(List<SessionScope> scopes, CancellationToken cancel) =>
        reader.ReadNextStartsAsync(scopes, _from, _to, cancel);

    private async Task SoonestAsync(CandidateFilter filter, CancellationToken cancel)
    {
        var centre = query.Centre!.Value;
        var candidates = await reader.ReadBoxAsync(NearestWalk.BoxAround(centre, query.RadiusMetres), filter, cancel).ConfigureAwait(false);
        var near = candidates.Select(c => (Candidate: c, Distance: centre.DistanceTo(c.Point!.Value))).Where(c => c.Distance <= query.RadiusMetres).ToList();
        var starts = await MatchAsync([.. near.Select(c => c.Candidate)], ReadStartsAsync, cancel).ConfigureAwait(false);
        TakeFirst(near.Where(c => starts.ContainsKey(c.Candidate.Id)).Select(c => new Hit(c.Candidate, c.Distance, starts[c.Candidate.Id], Online: false)));
    }

    /// <summary>Online ones have no distance: the next session counts.</summary>
    private async Task OnlineAsync(CandidateFilter filter, CancellationToken cancel)
    {
        var candidates = await reader.ReadOnlineAsync(filter, cancel).ConfigureAwait(false);
        if (query.Attendance == AttendanceFilter.Any)
            candidates = [.. candidates.Where(c => !c.Flags.HasFlag(OpportunityFlags.Placed))];
        var starts = await MatchAsync(candidates, ReadStartsAsync, cancel).ConfigureAwait(false);
        TakeFirst(candidates.Where(c => starts.ContainsKey(c.Id)).Select(c => new Hit(c, 0, starts[c.Id], Online: true)));
    }

    private void TakeFirst(IEnumerable<Hit> hits)
    {
        var after = query.After is { } position ? hits.Where(h => Compare(h, position) > 0) : hits;
        _hits.AddRange(after.Order(Comparer<Hit>.Create(static (a, b) => Compare(a, b.Position))).Take(query.Limit - _hits.Count));
    }

    private static int Compare(Hit hit, Position other)
    {
        var order = hit.Online.CompareTo(other.Online);
        if (order == 0)
            order = hit.Start.CompareTo(other.Start);
        if (order == 0)
            order = hit.Distance.CompareTo(other.Distance);
        return order != 0 ? order : string.CompareOrdinal(hit.Candidate.PublicId, other.Id);
    }

    /// <summary>Start of the next session in the window; <see cref="long.MaxValue"/> for those whose times nobody has published.</summary>
    private async Task<Dictionary<long, long>> MatchAsync(
        IReadOnlyList<Candidate> candidates, Func<List<SessionScope>, CancellationToken, ValueTask<Dictionary<long, long>>> read, CancellationToken cancel)
    {
        var running = candidates.Where(c => !c.Flags.HasFlag(OpportunityFlags.Off)).ToList();
        var scopes = running.ConvertAll(c => new SessionScope(c.Id, c.SubjectId, c.Flags));
        var starts = await read(scopes, cancel).ConfigureAwait(false);
        var without = running.Where(c => !starts.ContainsKey(c.Id)).ToList();
        if (without.Count == 0)
            return starts;
        var timed = await reader.ReadTimesAsync([.. without.Select(c => c.SubjectId).Distinct()], cancel).ConfigureAwait(false);
        foreach (var candidate in without.Where(c => !timed.Contains(c.SubjectId) && IsOn(c)))
            starts[candidate.Id] = long.MaxValue;
        return starts;
    }

    private bool IsOn(Candidate candidate) => (candidate.Starts ?? long.MinValue) < _to && (candidate.Ends ?? long.MaxValue) > _from;

    private async Task<IReadOnlyList<Found>> LoadAsync(CancellationToken cancel)
    {
        var opportunities = await reader.ReadOpportunitiesAsync([.. _hits.Select(h => h.Candidate.Id)], cancel).ConfigureAwait(false);
        var scopes = _hits.Where(h => h.Start != long.MaxValue && !_sessions.ContainsKey(h.Candidate.Id))
            .Select(h => new SessionScope(h.Candidate.Id, h.Candidate.SubjectId, h.Candidate.Flags)).ToList();
        if (scopes.Count > 0)
        {
            foreach (var (id, rows) in await reader.ReadSessionsAsync(scopes, _from, _to, query.SessionsPerItem * RowsPerSession, cancel).ConfigureAwait(false))
                _sessions[id] = rows;
        }

        var found = new List<Found>(_hits.Count);
        foreach (var hit in _hits)
        {
            if (opportunities.TryGetValue(hit.Candidate.Id, out var stored))
                found.Add(ToFound(hit, stored, _sessions.GetValueOrDefault(hit.Candidate.Id) ?? []));
        }

        return found;
    }

    private Found ToFound(Hit hit, StoredOpportunity stored, List<SessionRow> rows) => new()
    {
        Opportunity = Answers.ToOpportunity(stored, timesPublished: hit.Start != long.MaxValue),
        DistanceMetres = hit.Online ? null : hit.Distance,
        Sessions = SessionList.From(rows, query.SessionsPerItem),
        Position = hit.Position,
    };

    private sealed record Hit(Candidate Candidate, double Distance, long Start, bool Online)
    {
        public Position Position => new(Online, Start, Distance, Candidate.PublicId);
    }
}
