using Npgsql;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Postgis;

/// <summary>What is kept of the publishers' own words.</summary>
internal sealed partial class PostgisReader
{
    private const string ReadOriginals = """
        SELECT f.id, f.feed_id, e.url, e.kind, f.item_key, s.key, f.modified, f.modified_at, f.harvested_at, i.hash, f.doc, f.original
        FROM fragment f
        JOIN item i ON i.feed_id = f.feed_id AND i.item_key = f.item_key
        JOIN feed e ON e.id = f.feed_id
        JOIN subject s ON s.id = f.subject_id
        WHERE f.id > $1 AND f.origin = 0 AND f.original IS NOT NULL AND i.state = 0
        ORDER BY f.id LIMIT $2
        """;

    private const string ReadVariantStatements = """
        SELECT v.id, v.feed_id, e.url, v.subject_id, v.doc FROM variant v JOIN feed e ON e.id = v.feed_id WHERE v.id > $1 ORDER BY v.id LIMIT $2
        """;

    /// <summary>Origin 2 is a parent embedded in its child.</summary>
    private const string ReadParentStatements = """
        SELECT f.id, f.feed_id, e.url, f.subject_id, f.doc FROM fragment f JOIN feed e ON e.id = f.feed_id WHERE f.id > $1 AND f.origin = 2 ORDER BY f.id LIMIT $2
        """;

    public async ValueTask<IReadOnlyList<KeptOriginal>> ReadOriginalsAsync(long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(ReadOriginals, ToOriginal, cancel, Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<KeptStatement>> ReadStatementsAsync(Speaker speaker, long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(
            speaker == Speaker.Sessions ? ReadVariantStatements : ReadParentStatements,
            r => new KeptStatement
            {
                Speaker = speaker,
                Id = r.GetInt64(0),
                FeedId = r.GetInt64(1),
                FeedUrl = r.GetString(2),
                SubjectId = r.GetInt64(3),
                Doc = r.GetFieldValue<byte[]>(4),
            },
            cancel,
            Sql.Of(after),
            Sql.Of((long)max)).ConfigureAwait(false);

    private static KeptOriginal ToOriginal(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        FeedId = r.GetInt64(1),
        FeedUrl = r.GetString(2),
        FeedKind = r.GetString(3),
        ItemKey = r.GetInt64(4),
        ItemId = Originals.IdOf(r.GetInt64(4)),
        Subject = SubjectKey.FromBytes(r.GetFieldValue<byte[]>(5)),
        Modified = r.Long(6),
        ModifiedAt = r.Time(7),
        HarvestedAt = r.Time(8)!.Value,
        Hash = r.GetInt64(9),
        Doc = r.GetFieldValue<byte[]>(10),
        Compressed = r.GetFieldValue<byte[]>(11),
    };
}
