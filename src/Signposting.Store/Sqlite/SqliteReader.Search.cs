using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>Candidates and their sessions.</summary>
internal sealed partial class SqliteReader
{
    private const string Box = """
        SELECT id, subject_id, public_id, flags, lat, lon, starts, ends FROM opportunity_place
        WHERE min_lat <= @1 AND max_lat >= @0 AND min_lon <= @3 AND max_lon >= @2 AND ((1 << kind) & @4) <> 0
        """;

    private const string BoxOfActivities = Box + """
         AND (a1 IN (SELECT value FROM json_each(@5)) OR a2 IN (SELECT value FROM json_each(@5)) OR a3 IN (SELECT value FROM json_each(@5))
          OR (a3 = -1 AND EXISTS (SELECT 1 FROM opportunity o, json_each(o.activities) a
              WHERE o.id = opportunity_place.id AND a.value IN (SELECT value FROM json_each(@5)))))
        """;

    private const string Online = """
        SELECT o.id, o.subject_id, o.public_id, o.flags, NULL, NULL, o.starts, o.ends FROM opportunity o
        WHERE o.flags & 1 AND (@1 IS NULL OR EXISTS (SELECT 1 FROM json_each(o.activities) a WHERE a.value IN (SELECT value FROM json_each(@1))))
          AND o.type IN (SELECT value FROM json_each(@0))
        """;

    // Three forms: the usual one; one that adds the individual facilities; one that shows only some variants.
    private const string Simple = "s.subject_id = @0";
    private const string WithParts = "s.subject_id IN (SELECT @0 UNION ALL SELECT id FROM subject WHERE root_id = @0)";
    private const string OfVariants = "s.subject_id = @0 AND coalesce(s.variant_id, 0) IN (SELECT value FROM json_each((SELECT split FROM opportunity WHERE id = @3)))";

    // Status 1 is cancelled, 2 postponed: a person cannot go there.
    // Flag 8 is the whole span of an event.
    private const string NextStart = """
        SELECT s.start FROM session s WHERE {0} AND s.start >= @1 AND s.start < @2 AND s.flags & 3 NOT IN (1, 2)
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT 1 FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
        ORDER BY s.start LIMIT 1
        """;

    private const string Rows = """
        SELECT s.subject_id, s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining, s.variant_id, s.url FROM session s
        WHERE {0} AND s.start >= @1 AND s.start < @2
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT 1 FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
        ORDER BY s.start LIMIT @4
        """;

    private static readonly SessionSql Starts = new(NextStart);
    private static readonly SessionSql Sessions = new(Rows);

    public ValueTask<IReadOnlyList<int>> FindTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel)
    {
        var ids = new List<int>(values.Count);
        foreach (var value in values)
        {
            if (session.Statement("SELECT id FROM term WHERE value = @0", 1).With(value).Long() is { } id)
                ids.Add((int)id);
        }

        return ValueTask.FromResult<IReadOnlyList<int>>(ids);
    }

    public ValueTask<IReadOnlyList<Candidate>> ReadBoxAsync(GeoBox box, CandidateFilter filter, CancellationToken cancel)
    {
        if (filter.Activities is { Count: 0 })
            return ValueTask.FromResult<IReadOnlyList<Candidate>>([]);
        var kinds = filter.Kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));
        var statement = filter.Activities is null
            ? session.Statement(Box, 5).With(box.MinLat, box.MaxLat, box.MinLon, box.MaxLon, kinds)
            : session.Statement(BoxOfActivities, 6).With(box.MinLat, box.MaxLat, box.MinLon, box.MaxLon, kinds, Json(filter.Activities.Select(a => (long)a)));
        return ValueTask.FromResult<IReadOnlyList<Candidate>>(ReadCandidates(statement));
    }

    public ValueTask<IReadOnlyList<Candidate>> ReadOnlineAsync(CandidateFilter filter, CancellationToken cancel)
    {
        var types = Enum.GetValues<OpportunityType>().Where(t => filter.Kinds.Contains(t.Kind())).Select(t => (long)t);
        var activities = filter.Activities is null ? null : Json(filter.Activities.Select(a => (long)a));
        return ValueTask.FromResult<IReadOnlyList<Candidate>>(ReadCandidates(session.Statement(Online, 2).With(Json(types), activities)));
    }

    public ValueTask<Dictionary<long, long>> ReadNextStartsAsync(IReadOnlyList<SessionScope> scopes, long from, long to, CancellationToken cancel)
    {
        var starts = new Dictionary<long, long>(scopes.Count);
        foreach (var scope in scopes)
        {
            if (Starts.For(session, scope, 4).With(scope.SubjectId, from, to, scope.OpportunityId).Long() is { } start)
                starts[scope.OpportunityId] = start;
        }

        return ValueTask.FromResult(starts);
    }

    public ValueTask<Dictionary<long, List<SessionRow>>> ReadSessionsAsync(IReadOnlyList<SessionScope> scopes, long from, long to, int max, CancellationToken cancel)
    {
        var sessions = new Dictionary<long, List<SessionRow>>(scopes.Count);
        foreach (var scope in scopes)
        {
            var rows = new List<SessionRow>();
            using var reader = Sessions.For(session, scope, 5).With(scope.SubjectId, from, to, scope.OpportunityId, max).Read();
            while (reader.Read())
                rows.Add(ReadSession(reader));
            if (rows.Count > 0)
                sessions[scope.OpportunityId] = rows;
        }

        return ValueTask.FromResult(sessions);
    }

    public ValueTask<HashSet<long>> ReadTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement("SELECT 1 FROM subject WHERE id = @0 AND times = 1 UNION ALL SELECT 1 FROM subject WHERE root_id = @0 AND times = 1 LIMIT 1", 1);
        return ValueTask.FromResult(subjectIds.Where(id => statement.With(id).Any()).ToHashSet());
    }

    private static List<Candidate> ReadCandidates(Statement statement)
    {
        var candidates = new List<Candidate>();
        using var reader = statement.Read();
        while (reader.Read())
        {
            candidates.Add(new Candidate
            {
                Id = reader.GetInt64(0),
                SubjectId = reader.GetInt64(1),
                PublicId = reader.GetString(2),
                Flags = (OpportunityFlags)reader.GetInt32(3),
                Point = PointAt(reader, 4),
                Starts = reader.Long(6),
                Ends = reader.Long(7),
            });
        }

        return candidates;
    }

    private static SessionRow ReadSession(Rows reader) => new()
    {
        SubjectId = reader.GetInt64(0),
        Start = reader.GetInt64(1),
        ItemKey = reader.GetInt64(2),
        Ord = reader.GetInt32(3),
        Seconds = reader.Long(4),
        Flags = (SessionFlags)reader.GetInt32(5),
        Remaining = reader.Int(6),
        VariantId = reader.Long(7),
        Url = reader.Text(8),
    };

    /// <summary>One text for each way of saying whose sessions are meant.</summary>
    private sealed class SessionSql(string template)
    {
        private readonly string _simple = template.Replace("{0}", Simple, StringComparison.Ordinal);
        private readonly string _parts = template.Replace("{0}", WithParts, StringComparison.Ordinal);
        private readonly string _variants = template.Replace("{0}", OfVariants, StringComparison.Ordinal);

        public Statement For(SqliteSession session, SessionScope scope, int parameters) => session.Statement(
            scope.Flags.HasFlag(OpportunityFlags.Split) ? _variants : scope.Flags.HasFlag(OpportunityFlags.Parts) ? _parts : _simple, parameters);
    }
}
