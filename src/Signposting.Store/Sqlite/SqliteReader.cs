using System.Globalization;
using Microsoft.Data.Sqlite;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;

namespace Signposting.Store.Sqlite;

/// <summary>One consistent state of SQLite: everything after the first read sees the same snapshot.</summary>
internal sealed partial class SqliteReader(SqliteEngine engine, SqliteSession session) : IStoreReader
{
    private const string Stored = """
        SELECT o.id, o.public_id, o.subject_id, o.type, o.flags, s.times, coalesce(o.doc, f.doc), o.modified_at, o.harvested_at, o.feed_id
        FROM opportunity o
        JOIN subject s ON s.id = o.subject_id
        LEFT JOIN fragment f ON f.id = o.fragment_id
        """;

    private const string StoredForId = Stored + " WHERE o.id = (SELECT coalesce(speaker_id, id) FROM opportunity WHERE id = @0)";

    private const string ReadComparableKey = """
        SELECT s.key, s.dataset_id FROM opportunity o CROSS JOIN subject s ON s.id = o.subject_id WHERE o.id = @0 AND o.spot & @1 <> 0
        """;

    private const string ReadComparableOthers = """
        SELECT n.public_id FROM (
          SELECT subject_id FROM subject_by_head WHERE head = @0
          UNION ALL SELECT subject_id FROM subject_by_head_new WHERE head = @0) h
        CROSS JOIN subject s ON s.id = h.subject_id CROSS JOIN opportunity n ON n.subject_id = s.id
        WHERE s.key = @1 AND s.dataset_id <> @2 AND n.spot & @3 <> 0
        """;

    private const string SourceOf = """
        SELECT e.url, d.url, d.publisher, coalesce(d.licence, e.licence), e.last_success
        FROM feed e JOIN dataset d ON d.id = e.dataset_id WHERE e.id = @0
        """;

    /// <summary>Most answers come from a few feeds.</summary>
    private readonly Dictionary<long, FeedSource> _sources = [];
    private bool _failed;

    public ValueTask DisposeAsync()
    {
        try
        {
            session.Statement("COMMIT", 0).Execute();
        }
        catch (SqliteException)
        {
            _failed = true;
        }

        engine.EndRead(session, reusable: !_failed);
        return ValueTask.CompletedTask;
    }

    public Task PingAsync(CancellationToken cancel)
    {
        session.Statement("SELECT count(*) FROM (SELECT 1 FROM feed LIMIT 1)", 0).Any();
        return Task.CompletedTask;
    }

    public Task<Feed?> FindFeedAsync(string url, CancellationToken cancel) => Task.FromResult(SqliteFeeds.Find(session, url));

    public Task<IReadOnlyList<FeedStatus>> ListFeedsAsync(CancellationToken cancel) => Task.FromResult(SqliteFeeds.List(session));

    public ValueTask<Dictionary<long, StoredOpportunity>> ReadOpportunitiesAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, StoredOpportunity>(ids.Count);
        var statement = session.Statement(Stored + " WHERE o.id = @0", 1);
        foreach (var id in ids)
        {
            if (ReadOne(statement.With(id)) is { } opportunity)
                found[id] = WithOthers(opportunity);
        }

        return ValueTask.FromResult(found);
    }

    public ValueTask<IReadOnlyList<(long Id, long Hash, byte[] Doc)>> ReadRecordsAsync(long after, int max, CancellationToken cancel)
    {
        var rows = new List<(long, long, byte[])>();
        using var reader = session.Statement("""
            SELECT o.id, c.hash, coalesce(o.doc, f.doc) FROM opportunity o JOIN card c ON c.id = o.id LEFT JOIN fragment f ON f.id = o.fragment_id
            WHERE o.id > @0 ORDER BY o.id LIMIT @1
            """, 2).With(after, max).Read();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetBytes(2)));
        return ValueTask.FromResult<IReadOnlyList<(long, long, byte[])>>(rows);
    }

    public ValueTask<IReadOnlyList<(long Id, byte[]? Words)>> ReadSignaturesAsync(long after, int max, CancellationToken cancel)
    {
        var rows = new List<(long, byte[]?)>();
        using var reader = session.Statement("SELECT id, words FROM card WHERE id > @0 ORDER BY id LIMIT @1", 2).With(after, max).Read();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), reader.Bytes(1)));
        return ValueTask.FromResult<IReadOnlyList<(long, byte[]?)>>(rows);
    }

    public ValueTask<StoredOpportunity?> FindOpportunityAsync(string publicId, CancellationToken cancel) =>
        ValueTask.FromResult(RowOf(publicId) is { } id && ReadOne(session.Statement(StoredForId, 1).With(id)) is { } opportunity ? WithOthers(opportunity) : null);

    public ValueTask<IReadOnlyList<string>> ReadNamesakesAsync(string publicId, CancellationToken cancel)
    {
        var ids = new List<string>();
        if (RowOf(publicId) is not { } row)
            return ValueTask.FromResult<IReadOnlyList<string>>(ids);
        using var reader = session.Statement(ReadComparableKey, 2).With(row, SameClass.ClassLikeness.NameBits).Read();
        if (!reader.Read())
            return ValueTask.FromResult<IReadOnlyList<string>>(ids);
        var key = reader.GetBytes(0);
        using var others = session.Statement(ReadComparableOthers, 4)
            .With(SubjectKey.FromBytes(key).Head, key, reader.GetInt64(1), SameClass.ClassLikeness.NameBits).Read();
        while (others.Read())
            ids.Add(others.GetString(0));
        return ValueTask.FromResult<IReadOnlyList<string>>(ids);
    }

    public ValueTask<bool> IsWithdrawnAsync(string publicId, CancellationToken cancel) =>
        ValueTask.FromResult(session.Statement("SELECT 1 FROM withdrawn WHERE public_id = @0", 1).With(publicId).Any());

    public Task<long> PostcodeGenerationAsync(CancellationToken cancel) => Task.FromResult(Generation());

    public ValueTask<Postcode?> FindPostcodeAsync(string postcode, CancellationToken cancel)
    {
        using var reader = session.Statement("""
            SELECT p.lat, p.lon, p.terminated, p.lsoa, m.msoa
            FROM postcode p LEFT JOIN lsoa_msoa m ON m.generation = p.generation AND m.lsoa = p.lsoa
            WHERE p.generation = @0 AND p.postcode = @1
            """, 2).With(Generation(), postcode).Read();
        return ValueTask.FromResult(reader.Read()
            ? new Postcode(postcode, PointAt(reader, 0), reader.Text(2)) { Lsoa = reader.Text(3), Msoa = reader.Text(4) }
            : null);
    }

    public ValueTask<GeoPoint?> FindOutwardCodeAsync(string outwardCode, CancellationToken cancel)
    {
        using var reader = session.Statement("""
            SELECT avg(lat), avg(lon) FROM postcode
            WHERE generation = @0 AND postcode > @1 || ' ' AND postcode < @1 || '!' AND terminated IS NULL AND lat IS NOT NULL
            """, 2).With(Generation(), outwardCode).Read();
        return ValueTask.FromResult(reader.Read() ? PointAt(reader, 0) : null);
    }

    public ValueTask<byte[]?> ReadDocumentAsync(string name, CancellationToken cancel) =>
        ValueTask.FromResult(session.Statement("SELECT content FROM document WHERE name = @0", 1).With(name).Bytes());

    private long? RowOf(string publicId) => PublicIds.Find(session, publicId) ?? (SuccessorOf(publicId) is { } successor ? PublicIds.Find(session, successor) : null);

    private string? SuccessorOf(string publicId)
    {
        using var reader = session.Statement("SELECT successor FROM withdrawn WHERE public_id = @0", 1).With(publicId).Read();
        return reader.Read() ? reader.Text(0) : null;
    }

    private static GeoPoint? PointAt(Rows reader, int column) =>
        reader.IsDBNull(column) ? null : new GeoPoint(reader.GetDouble(column), reader.GetDouble(column + 1));

    private static string Json(IEnumerable<long> ids) => "[" + string.Join(',', ids.Select(i => i.ToString(CultureInfo.InvariantCulture))) + "]";

    private StoredOpportunity? ReadOne(Statement statement)
    {
        using var reader = statement.Read();
        return !reader.Read() ? null : new StoredOpportunity
        {
            Id = reader.GetInt64(0),
            PublicId = reader.GetString(1),
            SubjectId = reader.GetInt64(2),
            Type = (OpportunityType)reader.GetInt32(3),
            Flags = (OpportunityFlags)reader.GetInt32(4),
            TimesPublished = reader.GetBoolean(5),
            Doc = reader.GetBytes(6),
            ModifiedAt = reader.Long(7),
            HarvestedAt = reader.GetInt64(8),
            Source = Source(reader.GetInt64(9)),
        };
    }

    private StoredOpportunity WithOthers(StoredOpportunity speaker)
    {
        if (!speaker.Flags.HasFlag(OpportunityFlags.Speaks))
            return speaker;
        var ids = new List<long>();
        using (var reader = session.Statement("SELECT id FROM opportunity WHERE speaker_id = @0", 1).With(speaker.Id).Read())
        {
            while (reader.Read())
                ids.Add(reader.GetInt64(0));
        }

        var statement = session.Statement(Stored + " WHERE o.id = @0", 1);
        return speaker with { Others = [.. ids.Select(id => ReadOne(statement.With(id))).OfType<StoredOpportunity>()] };
    }

    private FeedSource Source(long feedId)
    {
        if (_sources.TryGetValue(feedId, out var known))
            return known;
        using var reader = session.Statement(SourceOf, 1).With(feedId).Read();
        if (!reader.Read())
            throw new StoreException("A stored opportunity names a feed that is not there: the store was changed from outside.");
        return _sources[feedId] = new FeedSource(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Long(4));
    }

    private long Generation() =>
        session.Statement("SELECT content FROM document WHERE name = @0", 1).With(SqliteWriter.PostcodeGeneration).Bytes() is { Length: 8 } bytes
            ? BitConverter.ToInt64(bytes)
            : 0;
}
