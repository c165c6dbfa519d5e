using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>Candidates and their sessions.</summary>
internal sealed partial class PostgisReader
{
    private const string FindTerms = "SELECT value, id FROM term WHERE value = ANY($1)";

    /// <summary>The index answers with a box in single precision, rounded outwards: latitude and longitude make it exact.</summary>
    private const string Box = """
        FROM opportunity
        WHERE geom && ST_MakeEnvelope($3, $1, $4, $2, 4326) AND lat BETWEEN $1 AND $2 AND lon BETWEEN $3 AND $4 AND kind = ANY($5)
        """;

    private const string BoxOfActivities = Box + " AND activities && $6";

    /// <summary>
    /// Whether to begin with the place or with the activity depends on how common the activity is, so that a plan made once for all
    /// is wrong for one of the two: 8 ms instead of 0.4 ms for a rare activity in 20 km around London (30,000 opportunities).
    /// </summary>
    private const string PlanForTheseValues = "SET LOCAL plan_cache_mode = force_custom_plan";

    private const string Online = """
        FROM opportunity
        WHERE flags & 1 <> 0 AND kind = ANY($1)
        """;

    private const string OnlineOfActivities = Online + " AND activities && $2";

    /// <summary>Counts no further than one too many.</summary>
    private const string CountFew = "SELECT count(*) FROM (SELECT FROM opportunity WHERE activities && $1 LIMIT $2) few";

    private const string FewOfActivities = " FROM opportunity WHERE activities && $1 AND kind = ANY($2) AND geom IS NOT NULL";

    private const string Columns = "SELECT id, subject_id, public_id, kind, flags, lat, lon, starts, ends, facets, hash, activities, ";

    /// <summary>
    /// Whose sessions a scope shows: its subject's; with flag 8 those of its individual facilities too; with flag 4 only some variants
    /// of its subject's. Written as sub-queries that depend on the scope, so that each is a look-up by key and never a join of whole tables.
    /// </summary>
    private const string Scopes = """
        FROM unnest($1::bigint[], $2::bigint[], $3::smallint[]) AS scope (opportunity_id, subject_id, flags)
        CROSS JOIN LATERAL (SELECT CASE WHEN scope.flags & 4 <> 0 THEN (SELECT split FROM opportunity WHERE id = scope.opportunity_id) END AS split) shown
        CROSS JOIN LATERAL (
          SELECT scope.subject_id AS id
          UNION ALL
          SELECT part.id FROM subject part WHERE part.root_id = scope.subject_id AND scope.flags & 12 = 8) whose
        """;

    /// <summary>Sessions in the spans $4 to $5 that the scope shows (the first begin and the last end bound what is read of the index); $6 stands for an unknown number of places, and $7 are too few. Flag 8, the whole span of an event, counts only while no other session of it is held.</summary>
    private const string Shown = """
        s.subject_id = whose.id AND s.start >= ($4::bigint[])[1] AND s.start < ($5::bigint[])[cardinality($5::bigint[])]
          AND s.start >= span.f AND s.start < span.t AND coalesce(s.remaining, $6) > $7
          AND (shown.split IS NULL OR coalesce(s.variant_id, 0) = ANY(shown.split))
          AND s.feed_id <> ALL (ARRAY(SELECT id FROM feed WHERE concealed))
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT FROM session part WHERE part.subject_id = s.subject_id AND part.flags & 8 = 0))
        """;

    /// <summary>Status 1 is cancelled, 2 postponed: a person cannot go there.</summary>
    private const string NextStarts = $"""
        SELECT scope.opportunity_id, min(next.start)
        {Scopes}
        CROSS JOIN LATERAL (
          SELECT s.start FROM unnest($4::bigint[], $5::bigint[]) AS span (f, t) CROSS JOIN session s
          WHERE {Shown} AND s.flags & 3 NOT IN (1, 2)
          ORDER BY s.start LIMIT 1) next
        GROUP BY scope.opportunity_id
        """;

    private const string Starts = $"""
        SELECT scope.opportunity_id, one.start
        {Scopes}
        CROSS JOIN LATERAL (
          SELECT s.start FROM unnest($4::bigint[], $5::bigint[]) AS span (f, t) CROSS JOIN session s
          WHERE {Shown} AND s.flags & 3 NOT IN (1, 2)
          ORDER BY s.start LIMIT $8) one
        ORDER BY scope.opportunity_id, one.start
        """;

    private const string Sessions = $"""
        SELECT scope.opportunity_id, s.subject_id, s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining, s.variant_id, s.url
        {Scopes}
        CROSS JOIN LATERAL (
          SELECT s.* FROM unnest($4::bigint[], $5::bigint[]) AS span (f, t) CROSS JOIN session s
          WHERE {Shown}
          ORDER BY s.start, s.feed_id, s.item_key, s.ord LIMIT $8) s
        ORDER BY scope.opportunity_id, s.start, s.subject_id, s.feed_id, s.item_key, s.ord
        """;

    /// <summary>The same of scopes that show all sessions of their subject and no others, in one span: nearly all are, and it is a third of the work.</summary>
    private const string WholeSessions = """
        SELECT scope.opportunity_id, s.subject_id, s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining, s.variant_id, s.url
        FROM unnest($1::bigint[], $2::bigint[]) AS scope (opportunity_id, subject_id)
        CROSS JOIN LATERAL (
          SELECT * FROM session s
          WHERE s.subject_id = scope.subject_id AND s.start >= $3 AND s.start < $4 AND coalesce(s.remaining, $5) > $6
            AND s.feed_id <> ALL (ARRAY(SELECT id FROM feed WHERE concealed))
            AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT FROM session part WHERE part.subject_id = s.subject_id AND part.flags & 8 = 0))
          ORDER BY s.start, s.feed_id, s.item_key, s.ord LIMIT $7) s
        """;

    private const string Times = """
        SELECT asked.id FROM unnest($1::bigint[]) AS asked (id)
        WHERE EXISTS (SELECT FROM subject s WHERE s.id = asked.id AND s.times) OR EXISTS (SELECT FROM subject s WHERE s.root_id = asked.id AND s.times)
        """;

    public async ValueTask<IReadOnlyList<int>> FindTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel)
    {
        var unknown = values.Where(value => engine.Terms.Find(value) is null).ToList();
        if (unknown.Count == 0)
            return [.. values.Select(value => engine.Terms.Find(value)!.Value)];
        var ids = new List<int>(values.Count);
        foreach (var (value, id) in await session.ReadAsync(FindTerms, static r => (r.GetString(0), r.GetInt32(1)), cancel, Sql.Of(values)).ConfigureAwait(false))
        {
            engine.Terms.Add(value, id);
            ids.Add(id);
        }

        return ids;
    }

    public async ValueTask<Dictionary<long, long>> ReadCellVersionsAsync(long firstRow, long lastRow, long firstColumn, long lastColumn, CancellationToken cancel)
    {
        var all = (await CatchUpAsync(cancel).ConfigureAwait(false)).Versions;
        var versions = new Dictionary<long, long>();
        for (var row = firstRow; row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                if (all.TryGetValue(CardCell.At(row, column), out var version))
                    versions[CardCell.At(row, column)] = version;
            }
        }

        return versions;
    }

    public async ValueTask<IReadOnlyList<Candidate>?> ReadFewAsync(CandidateFilter filter, int max, CancellationToken cancel)
    {
        var count = await session.ReadAsync(CountFew, static r => r.GetInt64(0), cancel, Sql.Of(filter.Activities!), Sql.Of((long)max + 1)).ConfigureAwait(false);
        return count[0] > max ? null : await PlannedAsync(filter, FewOfActivities, cancel, Sql.Of(filter.Activities!), Kinds(filter)).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<Candidate>> ReadBoxAsync(GeoBox box, CandidateFilter filter, CancellationToken cancel)
    {
        if (filter.Activities is { Count: 0 })
            return [];
        var (minLat, maxLat, minLon, maxLon) = (Sql.Of(box.MinLat), Sql.Of(box.MaxLat), Sql.Of(box.MinLon), Sql.Of(box.MaxLon));
        return filter.Activities is null
            ? await session.ReadAsync(Select(filter, Box), Reading(filter), cancel, minLat, maxLat, minLon, maxLon, Kinds(filter)).ConfigureAwait(false)
            : await PlannedAsync(filter, BoxOfActivities, cancel, minLat, maxLat, minLon, maxLon, Kinds(filter), Sql.Of(filter.Activities)).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<Candidate>> ReadCellAsync(long cell, CancellationToken cancel) => ReadBoxAsync(CardCell.BoxOf(cell), CandidateFilter.All, cancel);

    public async ValueTask<IReadOnlyList<Candidate>> ReadOnlineAsync(CandidateFilter filter, CancellationToken cancel)
    {
        if (filter.Activities is { Count: 0 })
            return [];
        return filter.Activities is null
            ? await session.ReadAsync(Select(filter, Online), Reading(filter), cancel, Kinds(filter)).ConfigureAwait(false)
            : await PlannedAsync(filter, OnlineOfActivities, cancel, Kinds(filter), Sql.Of(filter.Activities)).ConfigureAwait(false);
    }

    public async ValueTask<Dictionary<long, long>> ReadNextStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, CancellationToken cancel)
    {
        if (scopes.Count == 0)
            return [];
        Begin();
        var starts = await session.ReadAsync(NextStarts, static r => (Id: r.GetInt64(0), Start: r.GetInt64(1)), cancel, Asked(scopes, window)).ConfigureAwait(false);
        return starts.ToDictionary(s => s.Id, s => s.Start);
    }

    public async ValueTask<Dictionary<long, List<long>>> ReadStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel)
    {
        if (scopes.Count == 0)
            return [];
        Begin();
        var rows = await session.ReadAsync(
            Starts, static r => (Id: r.GetInt64(0), Start: r.GetInt64(1)), cancel, [.. Asked(scopes, window), Sql.Of((long)max)]).ConfigureAwait(false);
        return rows.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.Take(max).Select(row => row.Start).ToList());
    }

    public async ValueTask<Dictionary<long, List<SessionRow>>> ReadSessionsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel)
    {
        var sessions = new Dictionary<long, List<SessionRow>>(scopes.Count);
        if (scopes.Count == 0)
            return sessions;
        AskSessions(scopes, window, max, sessions);
        await session.FlushAsync(cancel).ConfigureAwait(false);
        return sessions;
    }

    public async ValueTask<HashSet<long>> ReadTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : [.. await session.ReadAsync(Times, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false)];

    private void AskSessions(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, Dictionary<long, List<SessionRow>> sessions)
    {
        Begin();
        if (window.Spans.Count == 1 && scopes.All(SessionMatch.IsWhole))
        {
            session.Ask(WholeSessions, r => Take(r, sessions, max),
                Sql.Longs(scopes, s => s.OpportunityId), Sql.Longs(scopes, s => s.SubjectId), Sql.Of(window.Spans[0].From), Sql.Of(window.Spans[0].To),
                Unknown(window), Full(window), Sql.Of((long)max));
        }
        else
        {
            session.Ask(Sessions, r => Take(r, sessions, max), [.. Asked(scopes, window), Sql.Of((long)max)]);
        }
    }

    private static NpgsqlParameter[] Asked(IReadOnlyList<SessionScope> scopes, SessionWindow window) =>
    [
        Sql.Longs(scopes, s => s.OpportunityId), Sql.Longs(scopes, s => s.SubjectId), Sql.Shorts(scopes, s => (short)s.Flags),
        Sql.Longs(window.Spans, s => s.From), Sql.Longs(window.Spans, s => s.To),
        Unknown(window), Full(window),
    ];

    /// <summary>What stands for an unknown number of places.</summary>
    private static NpgsqlParameter Unknown(SessionWindow window) => Sql.Of(window.StatedSpaces ? 0L : 1L);

    /// <summary>The number of places that is too few.</summary>
    private static NpgsqlParameter Full(SessionWindow window) => Sql.Of(window.Spaces ? 0L : int.MinValue);

    private static NpgsqlParameter Kinds(CandidateFilter filter) => Sql.Shorts(filter.Kinds, k => (short)k);

    private static string Select(CandidateFilter filter, string from) => Columns + (filter.Words ? "words " : "NULL::bytea ") + from;

    private async Task<List<Candidate>> PlannedAsync(CandidateFilter filter, string from, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        var candidates = new List<Candidate>();
        session.Tell(PlanForTheseValues);
        var toCandidate = Reading(filter);
        session.Ask(Select(filter, from), r => candidates.Add(toCandidate(r)), parameters);
        session.Tell(PlanOnce);
        _plansOnce = true;
        await session.FlushAsync(cancel).ConfigureAwait(false);
        return candidates;
    }

    private static Func<NpgsqlDataReader, Candidate> Reading(CandidateFilter filter) => filter.Words ? ToCandidateWithWords : ToCandidate;

    private static Candidate ToCandidateWithWords(NpgsqlDataReader r) => ToCandidate(r) with { Words = r.IsDBNull(12) ? null : r.GetFieldValue<byte[]>(12) };

    private static Candidate ToCandidate(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        SubjectId = r.GetInt64(1),
        PublicId = r.GetString(2),
        Kind = (OpportunityKind)r.GetInt16(3),
        Flags = (OpportunityFlags)r.GetInt16(4),
        Point = PointAt(r, 5),
        Starts = r.Long(7),
        Ends = r.Long(8),
        Facets = new Facets(r.GetInt64(9)),
        Hash = r.GetInt64(10),
        Activities = r.GetFieldValue<int[]>(11),
    };

    /// <summary>Each facility's own sessions are limited by the query; together they may be more.</summary>
    private static void Take(NpgsqlDataReader r, Dictionary<long, List<SessionRow>> sessions, int max)
    {
        var id = r.GetInt64(0);
        if (!sessions.TryGetValue(id, out var rows))
            sessions.Add(id, rows = []);
        if (rows.Count < max)
            rows.Add(ToSession(r));
    }

    private static SessionRow ToSession(NpgsqlDataReader r) => new()
    {
        SubjectId = r.GetInt64(1),
        Start = r.GetInt64(2),
        ItemKey = r.GetInt64(3),
        Ord = r.GetInt32(4),
        Seconds = r.Long(5),
        Flags = (SessionFlags)r.GetInt16(6),
        Remaining = r.Int(7),
        VariantId = r.Long(8),
        Url = r.Text(9),
    };
}
