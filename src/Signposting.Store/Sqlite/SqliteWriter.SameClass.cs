using Signposting.Store.Commit;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>Which records are of one class.</summary>
internal sealed partial class SqliteWriter
{
    /// <summary>Most names at a place are those of one or two records; of more than this the ends are looked up.</summary>
    private const int ManyAlike = 8;

    private static readonly string ReadDatasetsOfSeveral = Literal($"""
        SELECT spot, dataset_id FROM opportunity_by_spot WHERE spot IN ({Several})
        UNION ALL SELECT spot, dataset_id FROM opportunity_by_spot_new WHERE spot IN ({Several}) LIMIT {AtOnce * ManyAlike}
        """);

    private const string ReadDatasetsOf = """
        SELECT dataset_id FROM opportunity_by_spot WHERE spot = @0
        UNION ALL SELECT dataset_id FROM opportunity_by_spot_new WHERE spot = @0 LIMIT @1
        """;

    private const string ReadDatasetsOfMany = """
        SELECT min(first), max(last) FROM (
          SELECT (SELECT min(dataset_id) FROM opportunity_by_spot WHERE spot = @0) AS first, (SELECT max(dataset_id) FROM opportunity_by_spot WHERE spot = @0) AS last
          UNION ALL
          SELECT (SELECT min(dataset_id) FROM opportunity_by_spot_new WHERE spot = @0), (SELECT max(dataset_id) FROM opportunity_by_spot_new WHERE spot = @0))
        """;

    private const string ReadAlike = """
        SELECT o.id, o.public_id, o.subject_id, o.type, o.flags, o.spot, c.lat, c.lon, o.speaker_id, o.dataset_id, d.url, d.publisher, e.concealed, coalesce(o.doc, f.doc), s.key
        FROM (SELECT opportunity_id AS id FROM opportunity_by_spot WHERE spot = @0 UNION ALL SELECT opportunity_id FROM opportunity_by_spot_new WHERE spot = @0) n
        CROSS JOIN card c ON c.id = n.id
        JOIN opportunity o ON o.id = n.id
        JOIN subject s ON s.id = o.subject_id
        JOIN feed e ON e.id = o.feed_id
        JOIN dataset d ON d.id = o.dataset_id
        LEFT JOIN fragment f ON f.id = o.fragment_id
        WHERE c.lat BETWEEN @1 AND @2 AND c.lon BETWEEN @3 AND @4
        ORDER BY o.id LIMIT @5
        """;

    // Flag 8 is the whole span of an event.
    private const string ReadTimesFrom = """
        SELECT s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining FROM session s
        WHERE s.subject_id = @0 AND s.start >= @1 AND s.feed_id NOT IN (SELECT id FROM feed WHERE concealed = 1)
          AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT 1 FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
        ORDER BY s.start LIMIT @2
        """;

    private const string ReadComparedOfFeed = """
        SELECT c.subject_id FROM compared c
        WHERE EXISTS (SELECT 1 FROM opportunity o WHERE o.subject_id = c.subject_id AND o.feed_id = @0)
          OR EXISTS (SELECT 1 FROM session s WHERE s.subject_id = c.subject_id AND s.feed_id = @0)
        """;

    private const string ReadKeysOfFeed = "SELECT s.key, s.dataset_id FROM fragment f CROSS JOIN subject s ON s.id = f.subject_id WHERE f.feed_id = @0";

    public ValueTask<bool> HasSeveralDatasetsAsync(CancellationToken cancel) =>
        ValueTask.FromResult(session.Statement("SELECT 1 FROM dataset LIMIT 1 OFFSET 1", 0).Any());

    public ValueTask<Dictionary<long, (long First, long Last)>> ReadDatasetsAsync(IReadOnlyCollection<long> likenesses, CancellationToken cancel)
    {
        var datasets = new Dictionary<long, (long, long)>(likenesses.Count);
        foreach (var several in likenesses.Order().Chunk(AtOnce))
        {
            if (AddDatasets(datasets, several))
                continue;
            foreach (var likeness in several)
            {
                if (DatasetsOf(likeness) is { } ends)
                    datasets[likeness] = ends;
            }
        }

        return ValueTask.FromResult(datasets);
    }

    /// <returns>False: there are so many that they have to be looked up one by one.</returns>
    private bool AddDatasets(Dictionary<long, (long First, long Last)> datasets, long[] likenesses)
    {
        var rows = 0;
        using var reader = With(ReadDatasetsOfSeveral, likenesses).Read();
        for (; reader.Read(); rows++)
        {
            var (likeness, dataset) = (reader.GetInt64(0), reader.GetInt64(1));
            var (first, last) = datasets.GetValueOrDefault(likeness, (dataset, dataset));
            datasets[likeness] = (Math.Min(first, dataset), Math.Max(last, dataset));
        }

        return rows < AtOnce * ManyAlike;
    }

    private (long First, long Last)? DatasetsOf(long likeness)
    {
        var (first, last, rows) = (long.MaxValue, long.MinValue, 0);
        using (var reader = session.Statement(ReadDatasetsOf, 2).With(likeness, ManyAlike).Read())
        {
            for (; reader.Read(); rows++)
                (first, last) = (Math.Min(first, reader.GetInt64(0)), Math.Max(last, reader.GetInt64(0)));
        }

        if (rows < ManyAlike)
            return rows == 0 ? null : (first, last);
        using var many = session.Statement(ReadDatasetsOfMany, 1).With(likeness).Read();
        return many.Read() ? (many.GetInt64(0), many.GetInt64(1)) : null;
    }

    public ValueTask<IReadOnlyList<ClassRow>> ReadAlikeAsync(IReadOnlyCollection<(long Likeness, GeoBox Box)> where, int most, CancellationToken cancel)
    {
        var rows = new List<ClassRow>();
        foreach (var (likeness, box) in where)
        {
            using var reader = session.Statement(ReadAlike, 6).With(likeness, box.MinLat, box.MaxLat, box.MinLon, box.MaxLon, most).Read();
            while (reader.Read())
                rows.Add(ToClassRow(reader));
        }

        return ValueTask.FromResult<IReadOnlyList<ClassRow>>(rows);
    }

    public ValueTask<Dictionary<long, List<SessionRow>>> ReadTimesFromAsync(IReadOnlyCollection<long> subjectIds, long from, int most, CancellationToken cancel)
    {
        var times = new Dictionary<long, List<SessionRow>>(subjectIds.Count);
        foreach (var id in subjectIds)
        {
            var rows = times[id] = [];
            using var reader = session.Statement(ReadTimesFrom, 3).With(id, from, most).Read();
            while (reader.Read())
            {
                rows.Add(new SessionRow
                {
                    SubjectId = id,
                    Start = reader.GetInt64(0),
                    ItemKey = reader.GetInt64(1),
                    Ord = reader.GetInt32(2),
                    Seconds = reader.Long(3),
                    Flags = (SessionFlags)reader.GetInt32(4),
                    Remaining = reader.Int(5),
                });
            }
        }

        return ValueTask.FromResult(times);
    }

    /// <summary>Most stores compare nothing, and most pages then ask one question.</summary>
    public ValueTask<HashSet<long>> ReadComparedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        if (subjectIds.Count == 0 || !session.Statement("SELECT 1 FROM compared LIMIT 1", 0).Any())
            return ValueTask.FromResult<HashSet<long>>([]);
        var statement = session.Statement("SELECT 1 FROM compared WHERE subject_id = @0", 1);
        return ValueTask.FromResult(subjectIds.Where(id => statement.With(id).Any()).ToHashSet());
    }

    public ValueTask<IReadOnlyList<long>> ReadComparedOfFeedAsync(long feedId, CancellationToken cancel) => Numbers(session.Statement(ReadComparedOfFeed, 1).With(feedId));

    public ValueTask<IReadOnlyList<long>> ReadNamesakesOfFeedAsync(long feedId, CancellationToken cancel)
    {
        var namesakes = new HashSet<long>();
        using var reader = session.Statement(ReadKeysOfFeed, 1).With(feedId).Read();
        while (reader.Read())
            AddNamesakes(namesakes, SubjectKey.FromBytes(reader.GetBytes(0)), reader.GetInt64(1));
        return ValueTask.FromResult<IReadOnlyList<long>>([.. namesakes]);
    }

    public ValueTask WriteComparedAsync(IReadOnlyCollection<long> added, IReadOnlyCollection<long> removed, CancellationToken cancel)
    {
        foreach (var id in added)
            session.Statement("INSERT OR IGNORE INTO compared (subject_id) VALUES (@0)", 1).With(id).Execute();
        foreach (var id in removed)
            session.Statement("DELETE FROM compared WHERE subject_id = @0", 1).With(id).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteVerdictsAsync(IReadOnlyCollection<ClassVerdict> verdicts, CancellationToken cancel)
    {
        foreach (var verdict in verdicts)
        {
            session.Statement("UPDATE opportunity SET speaker_id = @1, flags = @2 WHERE id = @0", 3).With(verdict.Row.Id, verdict.SpeakerId, (int)verdict.Flags).Execute();
            session.Statement("UPDATE card SET flags = @1 WHERE id = @0", 2).With(verdict.Row.Id, (int)verdict.Flags).Execute();
            Touch(CardCell.Of(verdict.Row.Point));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel) => ValueTask.FromResult(SqliteReader.HiddenIn(session));

    private static ClassRow ToClassRow(Rows reader) => new()
    {
        Id = reader.GetInt64(0),
        PublicId = reader.GetString(1),
        SubjectId = reader.GetInt64(2),
        Type = (OpportunityType)reader.GetInt32(3),
        Flags = (OpportunityFlags)reader.GetInt32(4),
        Likeness = reader.GetInt64(5),
        Point = new GeoPoint(reader.GetDouble(6), reader.GetDouble(7)),
        SpeakerId = reader.Long(8),
        DatasetId = reader.GetInt64(9),
        Dataset = reader.GetString(10),
        Publisher = reader.Text(11),
        IsConcealed = reader.GetBoolean(12),
        Doc = reader.GetBytes(13),
        Key = SubjectKey.FromBytes(reader.GetBytes(14)),
    };
}
