using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>Which records are of one class.</summary>
internal sealed partial class PostgisWriter
{
    private const string ReadDatasetsOf = "SELECT likeness, min(dataset_id), max(dataset_id) FROM opportunity WHERE likeness = ANY($1) GROUP BY likeness";

    private const string ReadAlike = """
        SELECT near.id, near.public_id, near.subject_id, near.type, near.flags, near.likeness, near.lat, near.lon, near.speaker_id, near.dataset_id,
          d.url, d.publisher, e.concealed, coalesce(near.doc, f.doc), s.key
        FROM unnest($1::bigint[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[])
          AS asked (likeness, min_lat, max_lat, min_lon, max_lon)
        CROSS JOIN LATERAL (
          SELECT * FROM opportunity o
          WHERE o.likeness = asked.likeness AND o.lat BETWEEN asked.min_lat AND asked.max_lat AND o.lon BETWEEN asked.min_lon AND asked.max_lon
          ORDER BY o.id LIMIT $6) near
        JOIN subject s ON s.id = near.subject_id
        JOIN feed e ON e.id = near.feed_id
        JOIN dataset d ON d.id = near.dataset_id
        LEFT JOIN fragment f ON f.id = near.fragment_id
        """;

    /// <summary>Flag 8 is the whole span of an event.</summary>
    private const string ReadTimesFrom = """
        SELECT asked.id, near.start, near.item_key, near.ord, near.seconds, near.flags, near.remaining
        FROM unnest($1::bigint[]) AS asked (id)
        CROSS JOIN LATERAL (
          SELECT s.start, s.item_key, s.ord, s.seconds, s.flags, s.remaining FROM session s
          WHERE s.subject_id = asked.id AND s.start >= $2 AND s.feed_id NOT IN (SELECT id FROM feed WHERE concealed)
            AND (s.flags & 8 = 0 OR NOT EXISTS (SELECT FROM session p WHERE p.subject_id = s.subject_id AND p.flags & 8 = 0))
          ORDER BY s.start LIMIT $3) near
        """;

    private const string ReadCompared = "SELECT subject_id FROM compared WHERE subject_id = ANY($1)";

    private const string ReadComparedOfFeed = """
        SELECT c.subject_id FROM compared c
        WHERE EXISTS (SELECT FROM opportunity o WHERE o.subject_id = c.subject_id AND o.feed_id = $1)
          OR EXISTS (SELECT FROM session s WHERE s.subject_id = c.subject_id AND s.feed_id = $1)
        """;

    private const string ReadNamesakesOfFeed = """
        SELECT DISTINCT n.id FROM fragment f JOIN subject s ON s.id = f.subject_id JOIN subject n ON n.key = s.key AND n.dataset_id <> s.dataset_id WHERE f.feed_id = $1
        """;

    private const string AddCompared = "INSERT INTO compared (subject_id) SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING";

    private const string RemoveCompared = "DELETE FROM compared WHERE subject_id = ANY($1)";

    private const string WriteVerdicts = """
        UPDATE opportunity o SET speaker_id = v.speaker_id, flags = v.flags
        FROM unnest($1::bigint[], $2::bigint[], $3::smallint[]) AS v (id, speaker_id, flags) WHERE o.id = v.id
        """;

    public async ValueTask<bool> HasSeveralDatasetsAsync(CancellationToken cancel) =>
        (await session.ReadAsync("SELECT id FROM dataset LIMIT 1 OFFSET 1", static r => r.GetInt64(0), cancel).ConfigureAwait(false)).Count > 0;

    public async ValueTask<Dictionary<long, (long First, long Last)>> ReadDatasetsAsync(IReadOnlyCollection<long> likenesses, CancellationToken cancel)
    {
        var found = await session.ReadAsync(ReadDatasetsOf, static r => (Likeness: r.GetInt64(0), First: r.GetInt64(1), Last: r.GetInt64(2)), cancel, Sql.Of(likenesses)).ConfigureAwait(false);
        return found.ToDictionary(f => f.Likeness, f => (f.First, f.Last));
    }

    public async ValueTask<IReadOnlyList<ClassRow>> ReadAlikeAsync(IReadOnlyCollection<(long Likeness, GeoBox Box)> where, int most, CancellationToken cancel) =>
        where.Count == 0 ? [] : await session.ReadAsync(ReadAlike, ToClassRow, cancel,
            Sql.Longs(where, w => w.Likeness), Sql.Doubles(where, w => w.Box.MinLat), Sql.Doubles(where, w => w.Box.MaxLat),
            Sql.Doubles(where, w => w.Box.MinLon), Sql.Doubles(where, w => w.Box.MaxLon), Sql.Of((long)most)).ConfigureAwait(false);

    public async ValueTask<Dictionary<long, List<SessionRow>>> ReadTimesFromAsync(IReadOnlyCollection<long> subjectIds, long from, int most, CancellationToken cancel)
    {
        if (subjectIds.Count == 0)
            return [];
        var rows = await session.ReadAsync(ReadTimesFrom, ToTime, cancel, Sql.Of(subjectIds), Sql.Of(from), Sql.Of((long)most)).ConfigureAwait(false);
        return rows.GroupBy(row => row.SubjectId).ToDictionary(g => g.Key, g => g.ToList());
    }

    public async ValueTask<HashSet<long>> ReadComparedAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var found = subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadCompared, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);
        return [.. found];
    }

    public async ValueTask<IReadOnlyList<long>> ReadComparedOfFeedAsync(long feedId, CancellationToken cancel) =>
        await session.ReadAsync(ReadComparedOfFeed, static r => r.GetInt64(0), cancel, Sql.Of(feedId)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadNamesakesOfFeedAsync(long feedId, CancellationToken cancel) =>
        await session.ReadAsync(ReadNamesakesOfFeed, static r => r.GetInt64(0), cancel, Sql.Of(feedId)).ConfigureAwait(false);

    public ValueTask WriteComparedAsync(IReadOnlyCollection<long> added, IReadOnlyCollection<long> removed, CancellationToken cancel)
    {
        if (added.Count > 0)
            session.Tell(AddCompared, Sql.Of(added));
        if (removed.Count > 0)
            session.Tell(RemoveCompared, Sql.Of(removed));
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteVerdictsAsync(IReadOnlyCollection<ClassVerdict> verdicts, CancellationToken cancel)
    {
        if (verdicts.Count > 0)
        {
            session.Tell(WriteVerdicts, Sql.Longs(verdicts, v => v.Row.Id), Sql.Longs(verdicts, v => v.SpeakerId), Sql.Shorts(verdicts, v => (short)v.Flags));
            TouchCellsOf(Sql.Texts(verdicts, v => v.Row.PublicId));
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel) => await PostgisReader.HiddenInAsync(session, cancel).ConfigureAwait(false);

    private static ClassRow ToClassRow(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        PublicId = r.GetString(1),
        SubjectId = r.GetInt64(2),
        Type = (OpportunityType)r.GetInt16(3),
        Flags = (OpportunityFlags)r.GetInt16(4),
        Likeness = r.GetInt64(5),
        Point = new GeoPoint(r.GetDouble(6), r.GetDouble(7)),
        SpeakerId = r.Long(8),
        DatasetId = r.GetInt64(9),
        Dataset = r.GetString(10),
        Publisher = r.Text(11),
        IsConcealed = r.GetBoolean(12),
        Doc = r.GetFieldValue<byte[]>(13),
        Key = SubjectKey.FromBytes(r.GetFieldValue<byte[]>(14)),
    };

    private static SessionRow ToTime(NpgsqlDataReader r) => new()
    {
        SubjectId = r.GetInt64(0),
        Start = r.GetInt64(1),
        ItemKey = r.GetInt64(2),
        Ord = r.GetInt32(3),
        Seconds = r.Long(4),
        Flags = (SessionFlags)r.GetInt16(5),
        Remaining = r.Int(6),
    };
}
