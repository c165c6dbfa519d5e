using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>Candidates and their sessions.</summary>
internal sealed partial class SqliteReader
{
    private const string Columns = "c.id, c.kind, c.activities, c.subject_id, c.public_id, c.flags, c.lat, c.lon, c.starts, c.ends, c.facets, c.hash";

    /// <summary>The spatial index finds the cells, whose cards stand together in the order of spots.</summary>
    private static readonly CandidateSql Box = CandidateSql.Of("opportunity_by_spot", """
        FROM cell_box b
        CROSS JOIN {0} o ON o.spot >= b.cell << 32 AND o.spot <= b.cell << 32 | 4294967295
        CROSS JOIN card c ON c.id = o.opportunity_id
        WHERE b.min_lat <= @1 AND b.max_lat >= @0 AND b.min_lon <= @3 AND b.max_lon >= @2 AND c.lat BETWEEN @0 AND @1 AND c.lon BETWEEN @2 AND @3
        """);

    private static readonly CandidateSql Cell = CandidateSql.Of(
        "opportunity_by_spot", "FROM {0} o CROSS JOIN card c ON c.id = o.opportunity_id WHERE o.spot >= @0 AND o.spot <= @1");

    private static readonly CandidateSql OfTerm = CandidateSql.Of(
        "opportunity_term", "FROM {0} t CROSS JOIN card c ON c.id = t.opportunity_id WHERE t.term_id = @0");

    private static readonly CandidateSql Online = new(columns => $"SELECT {columns} FROM card c WHERE c.flags & 1");

    private const string CountTerm = """
        SELECT count(*) FROM (
          SELECT 1 FROM opportunity_term WHERE term_id = @0 UNION ALL SELECT 1 FROM opportunity_term_new WHERE term_id = @0 LIMIT @1)
        """;

    // Three forms: the usual one; one that adds the individual facilities; one that shows only some variants.
    private const string Simple = "s.subject_id = @0";
    private const string WithParts = "s.subject_id IN (SELECT @0 UNION ALL SELECT id FROM subject WHERE root_id = @0)";
    private const string OfVariants = "s.subject_id = @0 AND coalesce(s.variant_id, 0) IN (SELECT value FROM json_each((SELECT split FROM opportunity WHERE id = @3)))";

    // Status 1 is cancelled, 2 postponed: a person cannot go there.
    // Flag 8 is the whole span of an event.
    private const string Running = """
        SELECT s.start FROM session s WHERE {0} AND s.start >= @1 AND s.start < @2 AND s.flags & 3 NOT IN (1, 2) AND coalesce(s.remaining, @5) > @6
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT 1 FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
        ORDER BY s.start
        """;

    private const string Rows = """
        SELECT s.subject_id, s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining, s.variant_id, s.url FROM session s
        WHERE {0} AND s.start >= @1 AND s.start < @2 AND coalesce(s.remaining, @5) > @6
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT 1 FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
        ORDER BY s.start LIMIT @4
        """;

    private static readonly SessionSql Starts = new(Running + " LIMIT 1");
    private static readonly SessionSql AllStarts = new(Running + " LIMIT @4");
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

    public ValueTask<Dictionary<long, long>> ReadCellVersionsAsync(long firstRow, long lastRow, long firstColumn, long lastColumn, CancellationToken cancel)
    {
        var versions = new Dictionary<long, long>();
        var statement = session.Statement("SELECT cell, version FROM card_cell WHERE cell BETWEEN @0 AND @1", 2);
        for (var row = firstRow; row <= lastRow; row++)
        {
            using var reader = statement.With(CardCell.At(row, firstColumn), CardCell.At(row, lastColumn)).Read();
            while (reader.Read())
                versions[reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return ValueTask.FromResult(versions);
    }

    public ValueTask<IReadOnlyList<Candidate>?> ReadFewAsync(CandidateFilter filter, int max, CancellationToken cancel)
    {
        var left = (long)max;
        foreach (var term in filter.Activities!)
        {
            left -= session.Statement(CountTerm, 2).With(term, left + 1).Long()!.Value;
            if (left < 0)
                return ValueTask.FromResult<IReadOnlyList<Candidate>?>(null);
        }

        var few = new Dictionary<long, Candidate>();
        foreach (var term in filter.Activities)
        {
            foreach (var candidate in ReadCandidates(OfTerm.For(session, filter, 1).With(term), filter))
                few.TryAdd(candidate.Id, candidate);
        }

        return ValueTask.FromResult<IReadOnlyList<Candidate>?>([.. few.Values]);
    }

    public ValueTask<IReadOnlyList<Candidate>> ReadBoxAsync(GeoBox box, CandidateFilter filter, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<Candidate>>(
            ReadCandidates(Box.For(session, filter, 4).With(box.MinLat, box.MaxLat, box.MinLon, box.MaxLon), filter));

    public ValueTask<IReadOnlyList<Candidate>> ReadCellAsync(long cell, CancellationToken cancel)
    {
        var first = CardCell.NumberOf(cell) << 32;
        return ValueTask.FromResult<IReadOnlyList<Candidate>>(ReadCandidates(Cell.For(session, CandidateFilter.All, 2).With(first, first | ClassLikeness.NameBits), CandidateFilter.All));
    }

    public ValueTask<IReadOnlyList<Candidate>> ReadOnlineAsync(CandidateFilter filter, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<Candidate>>(ReadCandidates(Online.For(session, filter, 0), filter));

    public ValueTask<Dictionary<long, long>> ReadNextStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, CancellationToken cancel)
    {
        var starts = new Dictionary<long, long>(scopes.Count);
        var (unknown, full) = Spaces(window);
        foreach (var scope in scopes)
        {
            foreach (var (from, to) in window.Spans)
            {
                if (Starts.For(session, scope, Conceals).With(scope.SubjectId, from, to, scope.OpportunityId, default, unknown, full).Long() is { } start)
                {
                    starts[scope.OpportunityId] = start;
                    break;
                }
            }
        }

        return ValueTask.FromResult(starts);
    }

    public ValueTask<Dictionary<long, List<long>>> ReadStartsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel)
    {
        var all = new Dictionary<long, List<long>>(scopes.Count);
        var (unknown, full) = Spaces(window);
        foreach (var scope in scopes)
        {
            var starts = new List<long>();
            foreach (var (from, to) in window.Spans)
            {
                using var reader = AllStarts.For(session, scope, Conceals).With(scope.SubjectId, from, to, scope.OpportunityId, max - starts.Count, unknown, full).Read();
                while (reader.Read())
                    starts.Add(reader.GetInt64(0));
            }

            if (starts.Count > 0)
                all[scope.OpportunityId] = starts;
        }

        return ValueTask.FromResult(all);
    }

    public ValueTask<Dictionary<long, List<SessionRow>>> ReadSessionsAsync(IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, CancellationToken cancel)
    {
        var sessions = new Dictionary<long, List<SessionRow>>(scopes.Count);
        foreach (var scope in scopes)
        {
            var rows = new List<SessionRow>();
            foreach (var (from, to) in window.Spans)
            {
                ReadSpan(rows, scope, from, to, window, max - rows.Count);
                if (rows.Count >= max)
                    break;
            }

            if (rows.Count > 0)
                sessions[scope.OpportunityId] = rows;
        }

        return ValueTask.FromResult(sessions);
    }

    public async ValueTask<ShownRows> ReadShownAsync(
        IReadOnlyCollection<OpportunityCard> cards, IReadOnlyList<SessionScope> scopes, SessionWindow window, int max, bool isLast, CancellationToken cancel) =>
        new(await ReadOpportunitiesAsync([.. cards.Select(card => card.Id)], cancel).ConfigureAwait(false), await ReadSessionsAsync(scopes, window, max, cancel).ConfigureAwait(false));

    public ValueTask<HashSet<long>> ReadTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement("SELECT 1 FROM subject WHERE id = @0 AND times = 1 UNION ALL SELECT 1 FROM subject WHERE root_id = @0 AND times = 1 LIMIT 1", 1);
        return ValueTask.FromResult(subjectIds.Where(id => statement.With(id).Any()).ToHashSet());
    }

    private void ReadSpan(List<SessionRow> rows, SessionScope scope, long from, long to, SessionWindow window, int max)
    {
        var (unknown, full) = Spaces(window);
        using var reader = Sessions.For(session, scope, Conceals).With(scope.SubjectId, from, to, scope.OpportunityId, max, unknown, full).Read();
        while (reader.Read())
            rows.Add(ReadSession(reader));
    }

    /// <summary>What stands for an unknown number of places, and the number that is too few.</summary>
    private static (int Unknown, int Full) Spaces(SessionWindow window) => (window.StatedSpaces ? 0 : 1, window.Spaces ? 0 : int.MinValue);

    /// <summary>Most rows of a filtered search are left out: nothing is made of them.</summary>
    private static List<Candidate> ReadCandidates(Statement statement, CandidateFilter filter)
    {
        var kinds = filter.Kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));
        var wanted = filter.Activities?.ToHashSet();
        var candidates = new List<Candidate>();
        using var reader = statement.Read();
        while (reader.Read())
        {
            var kind = reader.GetInt32(1);
            if ((kinds & (1 << kind)) == 0)
                continue;
            var activities = reader.GetNumbers(2);
            if (wanted is not null && !Array.Exists(activities, wanted.Contains))
                continue;
            candidates.Add(new Candidate
            {
                Id = reader.GetInt64(0),
                Kind = (OpportunityKind)kind,
                Activities = activities,
                SubjectId = reader.GetInt64(3),
                PublicId = reader.GetString(4),
                Flags = (OpportunityFlags)reader.GetInt32(5),
                Point = PointAt(reader, 6),
                Starts = reader.Long(8),
                Ends = reader.Long(9),
                Facets = new Facets(reader.GetInt64(10)),
                Hash = reader.GetInt64(11),
                Words = filter.Words ? reader.Bytes(12) : null,
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

    /// <summary>Cards with and without their words.</summary>
    private sealed class CandidateSql(Func<string, string> select)
    {
        private readonly string _plain = select(Columns);
        private readonly string _withWords = select(Columns + ", c.words");

        /// <summary>Asks a large tree and, when there is anything in it, its small one (docs/decisions/0027).</summary>
        /// <param name="tree">The name of the large one.</param>
        /// <param name="from">What follows the columns; <c>{0}</c> is a tree.</param>
        public static CandidateSql Of(string tree, string from) => new(columns =>
            $"SELECT {columns} {from.Replace("{0}", tree, StringComparison.Ordinal)}\nUNION ALL\n"
            + $"SELECT {columns} {from.Replace("{0}", tree + "_new", StringComparison.Ordinal)} AND EXISTS (SELECT 1 FROM {tree}_new)");

        public Statement For(SqliteSession session, CandidateFilter filter, int parameters) => session.Statement(filter.Words ? _withWords : _plain, parameters);
    }

    /// <summary>One text for each way of saying whose sessions are meant.</summary>
    private sealed class SessionSql(string template)
    {
        private const string OfFeedsThatAreShown = " AND s.feed_id NOT IN (SELECT id FROM feed WHERE concealed = 1)";

        private readonly string[] _all = [.. Forms.Select(form => template.Replace("{0}", form, StringComparison.Ordinal))];
        private readonly string[] _shown = [.. Forms.Select(form => template.Replace("{0}", form + OfFeedsThatAreShown, StringComparison.Ordinal))];

        private static string[] Forms => [Simple, WithParts, OfVariants];

        /// <summary>Parameters: subject, from, to, opportunity, most rows, what an unknown number of places counts for, the number that is too few.</summary>
        public Statement For(SqliteSession session, SessionScope scope, bool conceals) => session.Statement(
            (conceals ? _shown : _all)[scope.Flags.HasFlag(OpportunityFlags.Split) ? 2 : scope.Flags.HasFlag(OpportunityFlags.Parts) ? 1 : 0], 7);
    }
}
