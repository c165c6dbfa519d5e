using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;

namespace Signposting.Store.Postgis;

/// <summary>One consistent state of PostgreSQL: everything after the first question sees the same snapshot.</summary>
internal sealed partial class PostgisReader(PostgisEngine engine, PostgisSession session) : IStoreReader
{
    private const string Stored = """
        SELECT o.id, o.public_id, o.subject_id, o.type, o.flags, s.times, coalesce(o.doc, f.doc), e.url, d.url, d.publisher, coalesce(d.licence, e.licence),
          o.modified_at, o.harvested_at, e.last_success, o.speaker_id
        FROM opportunity o
        JOIN subject s ON s.id = o.subject_id
        JOIN feed e ON e.id = o.feed_id
        JOIN dataset d ON d.id = e.dataset_id
        LEFT JOIN fragment f ON f.id = o.fragment_id
        """;

    private const string StoredByIds = Stored + " WHERE o.id = ANY($1)";

    /// <summary>The row that speaks for an id, or for the id that it leads to.</summary>
    private const string SpeakerOf = "(SELECT coalesce(speaker_id, id) FROM opportunity WHERE public_id = coalesce((SELECT successor FROM withdrawn WHERE public_id = $1), $1))";

    private const string StoredByPublicId = Stored + " WHERE o.id = " + SpeakerOf;

    /// <summary>What those speak for; asked in the same round trip.</summary>
    private const string OthersByIds = Stored + " WHERE o.speaker_id = ANY($1)";

    private const string OthersByPublicId = Stored + " WHERE o.speaker_id = " + SpeakerOf;

    private const string Withdrawn = "SELECT true FROM withdrawn WHERE public_id = $1";

    private const string FindDocument = "SELECT content FROM document WHERE name = $1";

    private const string FindPostcode = """
        SELECT p.lat, p.lon, p.terminated, p.lsoa, m.msoa
        FROM postcode p LEFT JOIN lsoa_msoa m ON m.generation = p.generation AND m.lsoa = p.lsoa
        WHERE p.generation = $1 AND p.postcode = $2
        """;

    private const string MiddleOfOutwardCode = """
        SELECT avg(lat), avg(lon) FROM postcode
        WHERE generation = $1 AND postcode > $2 || ' ' AND postcode < $2 || '!' AND terminated IS NULL AND lat IS NOT NULL
        """;

    public ValueTask DisposeAsync() => session.DisposeAsync();

    public Task PingAsync(CancellationToken cancel) => session.ReadAsync("SELECT 1 FROM feed LIMIT 1", static r => r.GetInt32(0), cancel);

    public Task<Feed?> FindFeedAsync(string url, CancellationToken cancel) => PostgisFeeds.FindAsync(session, url, cancel);

    public Task<IReadOnlyList<FeedStatus>> ListFeedsAsync(CancellationToken cancel) => PostgisFeeds.ListAsync(session, cancel);

    public async ValueTask<Dictionary<long, StoredOpportunity>> ReadOpportunitiesAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return [];
        var records = AskOpportunities(ids);
        await session.FlushAsync(cancel).ConfigureAwait(false);
        return records();
    }

    public async ValueTask<IReadOnlyList<(long Id, long Hash, byte[] Doc)>> ReadRecordsAsync(long after, int max, CancellationToken cancel) =>
        await session.ReadAsync("""
            SELECT o.id, o.hash, coalesce(o.doc, f.doc) FROM opportunity o LEFT JOIN fragment f ON f.id = o.fragment_id
            WHERE o.id > $1 ORDER BY o.id LIMIT $2
            """, static r => (r.GetInt64(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), cancel, Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<(long Id, byte[]? Words)>> ReadSignaturesAsync(long after, int max, CancellationToken cancel) =>
        await session.ReadAsync(
            "SELECT id, words FROM opportunity WHERE id > $1 ORDER BY id LIMIT $2",
            static r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.GetFieldValue<byte[]>(1)), cancel, Sql.Of(after), Sql.Of((long)max)).ConfigureAwait(false);

    public async ValueTask<StoredOpportunity?> FindOpportunityAsync(string publicId, CancellationToken cancel)
    {
        var others = new List<StoredOpportunity>();
        session.Ask(OthersByPublicId, r => others.Add(ToStored(r)), Sql.Of(publicId));
        var found = await session.ReadAsync(StoredByPublicId, ToStored, cancel, Sql.Of(publicId)).ConfigureAwait(false);
        return found.SingleOrDefault() is { } opportunity ? opportunity with { Others = others } : null;
    }

    public async ValueTask<IReadOnlyList<string>> ReadNamesakesAsync(string publicId, CancellationToken cancel) => await session.ReadAsync(
        """
        SELECT n.public_id FROM opportunity o JOIN subject s ON s.id = o.subject_id
        JOIN subject k ON k.key = s.key AND k.dataset_id <> s.dataset_id JOIN opportunity n ON n.subject_id = k.id
        WHERE o.public_id = $1 AND o.likeness IS NOT NULL AND n.likeness IS NOT NULL
        """,
        static r => r.GetString(0), cancel, Sql.Of(publicId)).ConfigureAwait(false);

    public async ValueTask<bool> IsWithdrawnAsync(string publicId, CancellationToken cancel)
    {
        var found = await session.ReadAsync(Withdrawn, static r => r.GetBoolean(0), cancel, Sql.Of(publicId)).ConfigureAwait(false);
        return found.Count > 0;
    }

    public async Task<long> PostcodeGenerationAsync(CancellationToken cancel) =>
        await ReadDocumentAsync(PostgisWriter.PostcodeGeneration, cancel).ConfigureAwait(false) is { Length: 8 } bytes ? BitConverter.ToInt64(bytes) : 0;

    public async ValueTask<Postcode?> FindPostcodeAsync(string postcode, CancellationToken cancel)
    {
        var generation = await PostcodeGenerationAsync(cancel).ConfigureAwait(false);
        var found = await session.ReadAsync(FindPostcode, r => new Postcode(postcode, PointAt(r, 0), r.Text(2)) { Lsoa = r.Text(3), Msoa = r.Text(4) }, cancel,
            Sql.Of(generation), Sql.Of(postcode)).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async ValueTask<GeoPoint?> FindOutwardCodeAsync(string outwardCode, CancellationToken cancel)
    {
        var generation = await PostcodeGenerationAsync(cancel).ConfigureAwait(false);
        var middle = await session.ReadAsync(MiddleOfOutwardCode, static r => PointAt(r, 0), cancel, Sql.Of(generation), Sql.Of(outwardCode)).ConfigureAwait(false);
        return middle[0];
    }

    public async ValueTask<byte[]?> ReadDocumentAsync(string name, CancellationToken cancel)
    {
        var found = await session.ReadAsync(FindDocument, static r => r.GetFieldValue<byte[]>(0), cancel, Sql.Of(name)).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <returns>The answer, to be taken once what waits was sent.</returns>
    private Func<Dictionary<long, StoredOpportunity>> AskOpportunities(IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
            return static () => [];
        var found = new List<StoredOpportunity>(ids.Count);
        var others = new List<(long SpeakerId, StoredOpportunity Other)>();
        Begin();
        session.Ask(StoredByIds, r => found.Add(ToStored(r)), Sql.Of(ids));
        session.Ask(OthersByIds, r => others.Add((r.GetInt64(14), ToStored(r))), Sql.Of(ids));
        return () =>
        {
            var othersOf = others.ToLookup(o => o.SpeakerId, o => o.Other);
            return found.ToDictionary(o => o.Id, o => o with { Others = [.. othersOf[o.Id]] });
        };
    }

    private static GeoPoint? PointAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new GeoPoint(reader.GetDouble(column), reader.GetDouble(column + 1));

    private static StoredOpportunity ToStored(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        PublicId = r.GetString(1),
        SubjectId = r.GetInt64(2),
        Type = (OpportunityType)r.GetInt16(3),
        Flags = (OpportunityFlags)r.GetInt16(4),
        TimesPublished = r.GetBoolean(5),
        Doc = r.GetFieldValue<byte[]>(6),
        Source = new FeedSource(r.GetString(7), r.GetString(8), r.Text(9), r.Text(10), r.Long(13)),
        ModifiedAt = r.Long(11),
        HarvestedAt = r.GetInt64(12),
    };
}
