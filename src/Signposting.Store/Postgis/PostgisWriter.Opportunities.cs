using System.Globalization;
using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Postgis;

/// <summary>What is offered.</summary>
internal sealed partial class PostgisWriter
{
    private const string ReadOffered = """
        SELECT id, public_id, subject_id, type, feed_id, harvested_at, flags, hash, likeness, lat, lon FROM opportunity WHERE subject_id = ANY($1)
        """;

    private const string DeleteOffered = """
        WITH gone AS (DELETE FROM opportunity WHERE public_id = ANY($1) RETURNING public_id)
        INSERT INTO withdrawn (public_id, at) SELECT public_id, $2 FROM gone
        ON CONFLICT (public_id) DO UPDATE SET at = excluded.at
        """;

    private const string ForgetWithdrawn = "DELETE FROM withdrawn WHERE public_id = ANY($1)";

    /// <summary>Lists within a row travel as array literals: unnest would flatten arrays of arrays.</summary>
    private const string WriteOffered = """
        INSERT INTO opportunity (public_id, subject_id, type, kind, feed_id, fragment_id, modified_at, harvested_at, flags,
          split, lat, lon, geom, starts, ends, activities, hash, doc, facets, words, likeness, dataset_id)
        SELECT public_id, subject_id, type, kind, feed_id, fragment_id, modified_at, harvested_at, flags,
          split::bigint[], lat, lon, ST_SetSRID(ST_MakePoint(lon, lat), 4326), starts, ends, activities::integer[], hash, doc, facets, words, likeness, dataset_id
        FROM unnest($1::text[], $2::bigint[], $3::smallint[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::smallint[],
          $10::text[], $11::double precision[], $12::double precision[], $13::bigint[], $14::bigint[], $15::text[], $16::bigint[], $17::bytea[], $18::bigint[], $19::bytea[],
          $20::bigint[], $21::bigint[])
          AS o (public_id, subject_id, type, kind, feed_id, fragment_id, modified_at, harvested_at, flags, split, lat, lon, starts, ends, activities, hash, doc, facets, words,
            likeness, dataset_id)
        ON CONFLICT (public_id) DO UPDATE SET
          subject_id = excluded.subject_id, type = excluded.type, kind = excluded.kind, feed_id = excluded.feed_id, fragment_id = excluded.fragment_id,
          modified_at = excluded.modified_at, harvested_at = excluded.harvested_at, flags = excluded.flags, split = excluded.split,
          lat = excluded.lat, lon = excluded.lon, geom = excluded.geom, starts = excluded.starts, ends = excluded.ends,
          activities = excluded.activities, hash = excluded.hash, doc = excluded.doc, facets = excluded.facets, words = excluded.words,
          likeness = excluded.likeness, dataset_id = excluded.dataset_id, speaker_id = NULL
        """;

    public async ValueTask<IReadOnlyList<OpportunityRow>> ReadOpportunitiesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadOffered, ToOffered, cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public async ValueTask<Dictionary<long, (string Dataset, bool IsConcealed)>> ReadFeedDatasetsAsync(IReadOnlyCollection<long> feedIds, CancellationToken cancel)
    {
        var found = await session.ReadAsync(
            "SELECT e.id, d.url, e.concealed FROM feed e JOIN dataset d ON d.id = e.dataset_id WHERE e.id = ANY($1)",
            static r => (Id: r.GetInt64(0), Dataset: r.GetString(1), IsConcealed: r.GetBoolean(2)), cancel, Sql.Of(feedIds)).ConfigureAwait(false);
        return found.ToDictionary(feed => feed.Id, feed => (feed.Dataset, feed.IsConcealed));
    }

    public ValueTask WriteSuccessorAsync(string withdrawn, string successor, CancellationToken cancel)
    {
        session.Tell("UPDATE withdrawn SET successor = $2 WHERE public_id = $1", Sql.Of(withdrawn), Sql.Of(successor));
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteOpportunitiesAsync(IReadOnlyList<string> publicIds, long now, CancellationToken cancel)
    {
        if (publicIds.Count > 0)
        {
            TouchCellsOf(Sql.Of(publicIds));
            session.Tell(DeleteOffered, Sql.Of(publicIds), Sql.Of(now));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteOpportunitiesAsync(IReadOnlyList<OpportunityRow> rows, CancellationToken cancel)
    {
        if (rows.Count > 0)
        {
            session.Tell(ForgetWithdrawn, Sql.Texts(rows, r => r.PublicId));
            // Where they were, and where they are.
            TouchCellsOf(Sql.Texts(rows, r => r.PublicId));
            session.Tell(WriteOffered,
                Sql.Texts(rows, r => r.PublicId), Sql.Longs(rows, r => r.SubjectId), Sql.Shorts(rows, r => (short)r.Type), Sql.Shorts(rows, r => (short)r.Type.Kind()),
                Sql.Longs(rows, r => r.FeedId), Sql.Longs(rows, r => r.FragmentId), Sql.Longs(rows, r => r.ModifiedAt), Sql.Longs(rows, r => r.HarvestedAt),
                Sql.Shorts(rows, r => (short)r.Flags), Sql.Texts(rows, r => Literal(r.Split)), Sql.Doubles(rows, r => r.Point?.Lat), Sql.Doubles(rows, r => r.Point?.Lon),
                Sql.Longs(rows, r => r.Starts), Sql.Longs(rows, r => r.Ends), Sql.Texts(rows, r => Literal(r.Activities)),
                Sql.Longs(rows, r => r.Hash), Sql.Bytes(rows, r => r.Doc),
                Sql.Longs(rows, r => r.Facets.Bits), Sql.Bytes(rows, r => r.Words), Sql.Longs(rows, r => r.Likeness), Sql.Longs(rows, r => r.DatasetId));
            TouchCellsOf(Sql.Texts(rows, r => r.PublicId));
        }

        return ValueTask.CompletedTask;
    }

    private static string? Literal<T>(T[]? values) where T : IFormattable =>
        values is null ? null : "{" + string.Join(',', values.Select(v => v.ToString(null, CultureInfo.InvariantCulture))) + "}";

    private static OpportunityRow ToOffered(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        PublicId = r.GetString(1),
        SubjectId = r.GetInt64(2),
        Type = (OpportunityType)r.GetInt16(3),
        FeedId = r.GetInt64(4),
        HarvestedAt = r.GetInt64(5),
        Flags = (OpportunityFlags)r.GetInt16(6),
        Hash = r.GetInt64(7),
        Likeness = r.Long(8),
        Point = r.IsDBNull(9) ? null : new GeoPoint(r.GetDouble(9), r.GetDouble(10)),
        Activities = [],
    };
}
