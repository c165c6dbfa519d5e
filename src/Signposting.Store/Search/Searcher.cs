using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Answers one query from one consistent state of the store.</summary>
internal sealed class Searcher
{
    /// <summary>Few candidates at a time would cost a server engine a round trip each.</summary>
    private const int LeastChunk = 20;
    private const int MostChunk = 640;

    private readonly IStoreReader _reader;
    private readonly OpportunityQuery _query;
    private readonly Sieve _sieve;
    private readonly CardMemory _cards;
    private readonly SessionMatch _sessions;
    private readonly CandidateFilter _filter;
    private readonly List<Hit> _hits = [];

    private Searcher(IStoreReader reader, OpportunityQuery query, Sieve sieve, SearchMemory memory, CandidateFilter filter, DateTimeOffset now)
    {
        (_reader, _query, _sieve, _cards, _filter) = (reader, query, sieve, memory.Cards, filter);
        _sessions = new SessionMatch(reader, memory.Sessions, query, SessionWindows.Of(query, now));
    }

    /// <param name="reader">Of the state that answers.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="memory">What searches of this process remember.</param>
    /// <param name="now">What began earlier is over.</param>
    /// <param name="isLast">The reader is asked nothing more.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<Found>> SearchAsync(
        IStoreReader reader, OpportunityQuery query, SearchMemory memory, DateTimeOffset now, bool isLast, CancellationToken cancel)
    {
        reader.TrustMemory();
        try
        {
            return await SearchOnceAsync(reader, query, memory, now, isLast, cancel).ConfigureAwait(false);
        }
        catch (MemoryBehindException)
        {
            reader.StartOver();
            return await SearchOnceAsync(reader, query, memory, now, isLast, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<Found>> SearchOnceAsync(
        IStoreReader reader, OpportunityQuery query, SearchMemory memory, DateTimeOffset now, bool isLast, CancellationToken cancel)
    {
        var activities = query.Activities is null ? null : await reader.FindTermsAsync(query.Activities, cancel).ConfigureAwait(false);
        if (activities is { Count: 0 })
            return [];
        var check = new FilterCheck(
            query.Filters, await FindAsync(reader, query.Filters.Setting?.Wanted, cancel).ConfigureAwait(false), await FindAsync(reader, query.Filters.Setting?.Known, cancel).ConfigureAwait(false));
        var filter = new CandidateFilter(query.Kinds, activities, query.Filters.Words is not null);
        return await new Searcher(reader, query, new Sieve(reader, query, check), memory, filter, now).RunAsync(isLast, cancel).ConfigureAwait(false);
    }

    private static async ValueTask<IReadOnlySet<int>?> FindAsync(IStoreReader reader, IReadOnlySet<string>? ids, CancellationToken cancel) =>
        ids is null ? null : (await reader.FindTermsAsync(ids, cancel).ConfigureAwait(false)).ToHashSet();

    private async Task<IReadOnlyList<Found>> RunAsync(bool isLast, CancellationToken cancel)
    {
        if (_query.Attendance != AttendanceFilter.Online && _query.After is not { Online: true })
        {
            await (_query.Sort switch
            {
                SortOrder.Nearest => NearestAsync(cancel),
                SortOrder.Soonest => SoonestAsync(cancel),
                _ => BestAsync(cancel),
            }).ConfigureAwait(false);
        }

        if (_query.Attendance != AttendanceFilter.InPerson && _hits.Count < _query.Limit)
            await OnlineAsync(cancel).ConfigureAwait(false);
        return await LoadAsync(isLast, cancel).ConfigureAwait(false);
    }

    private async Task NearestAsync(CancellationToken cancel)
    {
        var walk = new NearestWalk(_reader, _cards, _query.Centre!.Value, _query.RadiusMetres, _filter, _query.Limit);
        var chunk = new List<Near>();
        var (size, seen) = (Math.Max(_query.Limit, LeastChunk), 0);
        await foreach (var item in walk.WalkAsync(_query.After?.Distance ?? 0, _query.After?.Id, cancel).ConfigureAwait(false))
        {
            chunk.Add(item);
            if (chunk.Count < size)
                continue;
            await TakeAsync(chunk, cancel).ConfigureAwait(false);
            if (_hits.Count >= _query.Limit)
                return;
            seen += chunk.Count;
            chunk.Clear();
            // As many again as it took so far for what is still missing; far more when hardly any passes.
            walk.Wanted = seen * _query.Limit / Math.Max(_hits.Count, 1);
            size = Math.Clamp((_query.Limit - _hits.Count) * seen / Math.Max(_hits.Count, 1), LeastChunk, MostChunk);
        }

        await TakeAsync(chunk, cancel).ConfigureAwait(false);
    }

    private async Task TakeAsync(List<Near> chunk, CancellationToken cancel)
    {
        var passed = await _sieve.PassAsync(chunk, cancel).ConfigureAwait(false);
        var next = await _sessions.NextOfShownAsync([.. passed.Select(p => p.Candidate)], cancel).ConfigureAwait(false);
        foreach (var one in passed)
        {
            if (_hits.Count < _query.Limit && next.TryGetValue(one.Candidate.Id, out var session))
                _hits.Add(new Hit(one, session, IsOnline: false));
        }
    }

    private async Task SoonestAsync(CancellationToken cancel)
    {
        var near = await AroundAsync(new Ring(_query.Centre!.Value, -1, _query.RadiusMetres), cancel).ConfigureAwait(false);
        TakeFirst(await HitsAsync(await _sieve.PassAsync(near, cancel).ConfigureAwait(false), isOnline: false, cancel).ConfigureAwait(false));
    }

    private async ValueTask<List<Near>> AroundAsync(Ring ring, CancellationToken cancel) =>
        _filter.Activities is not null && await _reader.ReadFewAsync(_filter, NearestWalk.Few, cancel).ConfigureAwait(false) is { } few
            ? ring.Of(few)
            : await _cards.ReadAsync(_reader, ring, _filter, cancel).ConfigureAwait(false);

    /// <summary>
    /// Ranks, then what is wholly stated, then bands of distance: each is a set that is read only when those before it do not fill the page.
    /// Sessions are asked for only of those whose cards leave them in the set.
    /// </summary>
    private async Task BestAsync(CancellationToken cancel)
    {
        var bands = new Bands(_reader, _cards, _sieve, _query, _filter);
        for (var rank = _query.After?.Rank ?? 0; rank < (_query.Ranking?.Ranks ?? 1); rank++)
        {
            // Stated on the card, and yet without published times when times were asked for.
            var timeless = new Dictionary<int, List<Hit>>();
            for (var band = 0; band < bands.Count; band++)
            {
                var hits = await HitsAsync(await bands.ReadAsync(band, rank, isStated: true, cancel).ConfigureAwait(false), isOnline: false, cancel).ConfigureAwait(false);
                timeless[band] = hits.FindAll(h => h.Fit == 1);
                TakeFirst(hits.Where(h => h.Fit == 0));
                if (_hits.Count >= _query.Limit)
                    return;
            }

            for (var band = 0; band < bands.Count; band++)
            {
                var hits = await HitsAsync(await bands.ReadAsync(band, rank, isStated: false, cancel).ConfigureAwait(false), isOnline: false, cancel).ConfigureAwait(false);
                TakeFirst(hits.Concat(timeless[band]));
                if (_hits.Count >= _query.Limit)
                    return;
            }
        }
    }

    /// <summary>Online ones have no distance: the next session counts.</summary>
    private async Task OnlineAsync(CancellationToken cancel)
    {
        IEnumerable<Candidate> candidates = await _reader.ReadOnlineAsync(_filter, cancel).ConfigureAwait(false);
        if (_query.Attendance == AttendanceFilter.Any)
            candidates = candidates.Where(c => !c.Flags.HasFlag(OpportunityFlags.Placed));
        var passed = await _sieve.PassAsync(candidates.Select(c => new Near(c, 0)), cancel).ConfigureAwait(false);
        TakeFirst(await HitsAsync(passed, isOnline: true, cancel).ConfigureAwait(false));
    }

    private async Task<List<Hit>> HitsAsync(List<Passed> passed, bool isOnline, CancellationToken cancel)
    {
        var next = await _sessions.NextAsync([.. passed.Select(p => p.Candidate)], cancel).ConfigureAwait(false);
        var hits = new List<Hit>(next.Count);
        foreach (var one in passed)
        {
            if (next.TryGetValue(one.Candidate.Id, out var session))
                hits.Add(new Hit(one, session, isOnline));
        }

        return hits;
    }

    private void TakeFirst(IEnumerable<Hit> hits)
    {
        var order = Comparer<Position>.Create(_query.Sort == SortOrder.Best ? Orders.Best : Orders.Soonest);
        var placed = hits.Select(h => (Hit: h, Position: PositionOf(h)));
        var after = _query.After is { } last ? placed.Where(p => order.Compare(p.Position, last) > 0) : placed;
        _hits.AddRange(after.OrderBy(p => p.Position, order).Take(_query.Limit - _hits.Count).Select(p => p.Hit));
    }

    private Position PositionOf(Hit hit)
    {
        var isBest = _query.Sort == SortOrder.Best;
        return new Position
        {
            Online = hit.IsOnline,
            Rank = isBest ? (byte)hit.Passed.Rank : (byte)0,
            Fit = isBest ? hit.Fit : (byte)0,
            Band = isBest && !hit.IsOnline ? (byte)Bands.Of(hit.Distance) : (byte)0,
            Start = hit.Next.Start,
            Distance = hit.Distance,
            Id = hit.Passed.Candidate.PublicId,
        };
    }

    private async Task<IReadOnlyList<Found>> LoadAsync(bool isLast, CancellationToken cancel)
    {
        var unread = _hits.Where(h => _sieve.Record(h.Passed.Candidate.Id) is null).Select(h => Sieve.CardOf(h.Passed.Candidate)).ToList();
        var (read, sessions) = await _sessions.ListAsync(
            unread, _hits.Where(h => h.Next.Start != long.MaxValue).Select(h => h.Passed.Candidate), isLast, cancel).ConfigureAwait(false);
        var found = new List<Found>(_hits.Count);
        foreach (var hit in _hits)
        {
            var id = hit.Passed.Candidate.Id;
            var timesPublished = hit.Next.Start != long.MaxValue;
            var opportunity = _sieve.Record(id) is { } record ? Answers.ToOpportunity(record.Stored, record.Description, timesPublished)
                : read.TryGetValue(id, out var stored) ? Answers.ToOpportunity(stored, DescriptionCodec.Decode(stored.Doc), timesPublished)
                : null;
            if (opportunity is not null)
                found.Add(ToFound(hit, opportunity, sessions.GetValueOrDefault(id) ?? []));
        }

        return found;
    }

    private Found ToFound(Hit hit, Opportunity opportunity, List<SessionRow> rows) => new()
    {
        Opportunity = opportunity,
        Card = new OpportunityCard(hit.Passed.Candidate.Id, hit.Passed.Candidate.Hash),
        DistanceMetres = hit.IsOnline ? null : hit.Distance,
        Sessions = SessionList.From(rows, _query.SessionsPerItem),
        Unstated = hit.Unstated,
        Position = PositionOf(hit),
    };

    private sealed record Hit(Passed Passed, Next Next, bool IsOnline)
    {
        public double Distance => Passed.Distance;

        public Unstated Unstated => Passed.Unstated | Next.Unstated;

        public byte Fit => Unstated == Unstated.None ? (byte)0 : (byte)1;
    }
}
