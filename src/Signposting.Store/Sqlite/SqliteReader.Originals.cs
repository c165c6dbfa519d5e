using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Sqlite;

/// <summary>What is kept of the publishers' own words.</summary>
internal sealed partial class SqliteReader
{
    private const string ReadOriginals = """
        SELECT f.id, f.feed_id, e.url, e.kind, f.item_key, s.key, f.modified, f.modified_at, f.harvested_at, i.hash, f.doc, f.original
        FROM fragment f
        CROSS JOIN item i ON i.feed_id = f.feed_id AND i.item_key = f.item_key
        JOIN feed e ON e.id = f.feed_id
        JOIN subject s ON s.id = f.subject_id
        WHERE f.id > @0 AND f.origin = 0 AND f.original IS NOT NULL AND i.state = 0
        ORDER BY f.id LIMIT @1
        """;

    private const string ReadVariantStatements = """
        SELECT v.id, v.feed_id, e.url, v.subject_id, v.doc FROM variant v CROSS JOIN feed e ON e.id = v.feed_id WHERE v.id > @0 ORDER BY v.id LIMIT @1
        """;

    // Origin 2 is a parent embedded in its child.
    private const string ReadParentStatements = """
        SELECT f.id, f.feed_id, e.url, f.subject_id, f.doc FROM fragment f CROSS JOIN feed e ON e.id = f.feed_id WHERE f.id > @0 AND f.origin = 2 ORDER BY f.id LIMIT @1
        """;

    public ValueTask<IReadOnlyList<KeptOriginal>> ReadOriginalsAsync(long after, int max, CancellationToken cancel)
    {
        var originals = new List<KeptOriginal>();
        using var reader = session.Statement(ReadOriginals, 2).With(after, max).Read();
        while (reader.Read())
        {
            originals.Add(new KeptOriginal
            {
                Id = reader.GetInt64(0),
                FeedId = reader.GetInt64(1),
                FeedUrl = reader.GetString(2),
                FeedKind = reader.GetString(3),
                ItemKey = reader.GetInt64(4),
                ItemId = Originals.IdOf(reader.GetInt64(4)),
                Subject = SubjectKey.FromBytes(reader.GetBytes(5)),
                Modified = reader.Long(6),
                ModifiedAt = reader.Time(7),
                HarvestedAt = reader.Time(8)!.Value,
                Hash = reader.GetInt64(9),
                Doc = reader.GetBytes(10),
                Compressed = reader.GetBytes(11),
            });
        }

        return ValueTask.FromResult<IReadOnlyList<KeptOriginal>>(originals);
    }

    public ValueTask<IReadOnlyList<KeptStatement>> ReadStatementsAsync(Speaker speaker, long after, int max, CancellationToken cancel)
    {
        var statements = new List<KeptStatement>();
        using var reader = session.Statement(speaker == Speaker.Sessions ? ReadVariantStatements : ReadParentStatements, 2).With(after, max).Read();
        while (reader.Read())
        {
            statements.Add(new KeptStatement
            {
                Speaker = speaker,
                Id = reader.GetInt64(0),
                FeedId = reader.GetInt64(1),
                FeedUrl = reader.GetString(2),
                SubjectId = reader.GetInt64(3),
                Doc = reader.GetBytes(4),
            });
        }

        return ValueTask.FromResult<IReadOnlyList<KeptStatement>>(statements);
    }
}
