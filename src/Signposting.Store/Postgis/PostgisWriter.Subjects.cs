using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Postgis;

/// <summary>Subjects, and what is said of them: variants and fragments. Called under the writers' lock only.</summary>
internal sealed partial class PostgisWriter
{
    private const string InternSubjects = """
        WITH wanted AS (SELECT key FROM unnest($2::bytea[]) AS wanted (key)),
        made AS (
          INSERT INTO subject (key, dataset_id)
          SELECT key, $1 FROM wanted WHERE NOT EXISTS (SELECT FROM subject s WHERE s.key = wanted.key AND s.dataset_id = $1)
          RETURNING key, id)
        SELECT s.key, s.id FROM wanted JOIN subject s ON s.key = wanted.key AND s.dataset_id = $1
        UNION ALL
        SELECT key, id FROM made
        """;

    /// <summary>Who has times is remembered for searches, of a facility together with its parts.</summary>
    private const string MarkTimes = $"""
        WITH marked AS (UPDATE subject SET times = true WHERE id = ANY($1) AND NOT times RETURNING id, root_id)
        INSERT INTO search_change (seq, subjects)
        SELECT {NextChange}, array_agg(DISTINCT whose) FROM marked CROSS JOIN LATERAL (VALUES (id), (root_id)) AS concerned (whose) WHERE whose IS NOT NULL HAVING count(*) > 0
        """;

    /// <summary>Origin 2 is a parent embedded in its child; types 3 and 4 are EventSeries and HeadlineEvent.</summary>
    private const string ReadAsleep = """
        SELECT asked.id FROM unnest($1::bigint[]) AS asked (id)
        WHERE NOT EXISTS (SELECT FROM session s WHERE s.subject_id = asked.id)
          AND EXISTS (SELECT FROM fragment f WHERE f.subject_id = asked.id AND (f.origin = 2 OR f.type IN (3, 4)))
        """;

    private const string InternVariants = """
        WITH wanted AS (
          SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bytea[])
            AS wanted (subject_id, hash, type, feed_id, modified_at, harvested_at, doc)),
        made AS (
          INSERT INTO variant (subject_id, hash, type, feed_id, modified_at, harvested_at, doc)
          SELECT * FROM wanted WHERE NOT EXISTS (SELECT FROM variant v WHERE v.subject_id = wanted.subject_id AND v.hash = wanted.hash)
          RETURNING subject_id, hash, id)
        SELECT v.subject_id, v.hash, v.id, false FROM wanted JOIN variant v USING (subject_id, hash)
        UNION ALL
        SELECT subject_id, hash, id, true FROM made
        """;

    /// <summary>An embedded parent that says the same again becomes as new as its newest source, so that an older child cannot win later.</summary>
    private const string FreshenFragments = """
        UPDATE fragment f SET modified = same.modified
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS same (subject_id, feed_id, hash, modified)
        WHERE f.subject_id = same.subject_id AND f.origin = $5 AND f.feed_id = same.feed_id AND f.item_key = 0 AND f.hash = same.hash
          AND (same.modified < f.modified) IS NOT TRUE AND f.modified IS DISTINCT FROM same.modified
        """;

    /// <summary>An embedded parent comes with every child: it is written when it says something else and is not older.</summary>
    private const string WriteFragments = """
        INSERT INTO fragment AS f (subject_id, origin, feed_id, item_key, type, parent_id, modified, modified_at, harvested_at, hash, doc, original)
        SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::bigint[], $5::smallint[], $6::bigint[], $7::bigint[], $8::bigint[],
          $9::bigint[], $10::bigint[], $11::bytea[], $12::bytea[])
        ON CONFLICT (subject_id, origin, feed_id, item_key) DO UPDATE SET
          type = excluded.type, parent_id = excluded.parent_id, modified = excluded.modified, modified_at = excluded.modified_at,
          harvested_at = excluded.harvested_at, hash = excluded.hash, doc = excluded.doc, original = excluded.original
        WHERE f.origin <> $13 OR (f.hash <> excluded.hash AND (excluded.modified < f.modified) IS NOT TRUE)
        RETURNING subject_id
        """;

    private const string DeleteFragments = """
        DELETE FROM fragment f USING unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::bigint[]) AS old (subject_id, origin, feed_id, item_key)
        WHERE f.subject_id = old.subject_id AND f.origin = old.origin AND f.feed_id = old.feed_id AND f.item_key = old.item_key
        """;

    public async ValueTask<long[]> InternSubjectsAsync(long datasetId, IReadOnlyList<SubjectKey> keys, CancellationToken cancel)
    {
        var ids = new Dictionary<SubjectKey, long>(keys.Count);
        var asked = new List<byte[]>();
        foreach (var key in keys)
        {
            if (!ids.TryAdd(key, 0))
                continue;
            if (engine.Subjects.TryGet(datasetId, key, out var id))
                ids[key] = id;
            else
                asked.Add(key.ToBytes());
        }

        if (asked.Count > 0)
            await InternAsync(datasetId, asked, ids, cancel).ConfigureAwait(false);
        return [.. keys.Select(key => ids[key])];
    }

    private async ValueTask InternAsync(long datasetId, List<byte[]> asked, Dictionary<SubjectKey, long> ids, CancellationToken cancel)
    {
        Lock();
        var answers = await session.ReadAsync(InternSubjects, static r => (Key: SubjectKey.FromBytes(r.GetFieldValue<byte[]>(0)), Id: r.GetInt64(1)), cancel,
            Sql.Of(datasetId), Sql.Of(asked)).ConfigureAwait(false);
        foreach (var (key, id) in answers)
        {
            ids[key] = id;
            _interned.Add((datasetId, key, id));
        }
    }

    public ValueTask MarkTimesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        if (subjectIds.Count > 0)
        {
            Lock();
            _hasChanges = true;
            session.Tell(MarkTimes, Sql.Of(subjectIds));
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<long>> ReadAsleepAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadAsleep, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public async ValueTask<Dictionary<(long SubjectId, long Hash), (long Id, bool IsNew)>> InternVariantsAsync(IReadOnlyCollection<VariantRow> variants, CancellationToken cancel)
    {
        if (variants.Count == 0)
            return [];
        var answers = await session.ReadAsync(InternVariants,
            static r => (SubjectId: r.GetInt64(0), Hash: r.GetInt64(1), Id: r.GetInt64(2), IsNew: r.GetBoolean(3)), cancel,
            Sql.Longs(variants, v => v.SubjectId), Sql.Longs(variants, v => v.Hash), Sql.Shorts(variants, v => (short)v.Type), Sql.Longs(variants, v => v.FeedId),
            Sql.Longs(variants, v => v.ModifiedAt), Sql.Longs(variants, v => v.HarvestedAt), Sql.Bytes(variants, v => v.Doc)).ConfigureAwait(false);
        return answers.ToDictionary(a => (a.SubjectId, a.Hash), a => (a.Id, a.IsNew));
    }

    public async ValueTask<IReadOnlyList<long>> WriteFragmentsAsync(IReadOnlyList<FragmentRow> fragments, CancellationToken cancel)
    {
        if (fragments.Count == 0)
            return [];
        var embedded = fragments.Where(f => f.Origin == (byte)FragmentOrigin.Embedded).ToList();
        if (embedded.Count > 0)
        {
            session.Tell(FreshenFragments, Sql.Longs(embedded, f => f.SubjectId), Sql.Longs(embedded, f => f.FeedId), Sql.Longs(embedded, f => f.Hash),
                Sql.Longs(embedded, f => f.Modified), Sql.Of((long)FragmentOrigin.Embedded));
        }

        return await session.ReadAsync(WriteFragments, static r => r.GetInt64(0), cancel,
            Sql.Longs(fragments, f => f.SubjectId), Sql.Shorts(fragments, f => f.Origin), Sql.Longs(fragments, f => f.FeedId), Sql.Longs(fragments, f => f.ItemKey),
            Sql.Shorts(fragments, f => (short)f.Type), Sql.Longs(fragments, f => f.ParentId), Sql.Longs(fragments, f => f.Modified),
            Sql.Longs(fragments, f => f.ModifiedAt), Sql.Longs(fragments, f => f.HarvestedAt), Sql.Longs(fragments, f => f.Hash),
            Sql.Bytes(fragments, f => f.Doc), Sql.Bytes(fragments, f => f.Original), Sql.Of((long)FragmentOrigin.Embedded)).ConfigureAwait(false);
    }

    public ValueTask DeleteFragmentsAsync(IReadOnlyList<FragmentKey> fragments, CancellationToken cancel)
    {
        if (fragments.Count > 0)
        {
            session.Tell(DeleteFragments, Sql.Longs(fragments, f => f.SubjectId), Sql.Shorts(fragments, f => f.Origin),
                Sql.Longs(fragments, f => f.FeedId), Sql.Longs(fragments, f => f.ItemKey));
        }

        return ValueTask.CompletedTask;
    }
}
