using Npgsql;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Postgis;

/// <summary>Subjects as they are known, for derivation.</summary>
internal sealed partial class PostgisWriter
{
    private const string ReadSubjects = """
        SELECT s.id, s.key, s.dataset_id,
          EXISTS (SELECT FROM session WHERE subject_id = s.id AND item_key <> -1), EXISTS (SELECT FROM fragment WHERE parent_id = s.id)
        FROM subject s WHERE s.id = ANY($1)
        """;

    private const string ReadFragments = """
        SELECT subject_id, id, origin, feed_id, item_key, type, parent_id, modified, modified_at, harvested_at, hash, doc
        FROM fragment WHERE subject_id = ANY($1) ORDER BY subject_id, origin, feed_id, item_key
        """;

    private const string ReadVariants = """
        SELECT v.subject_id, v.id, v.hash, v.type, v.feed_id, v.modified_at, v.harvested_at, v.doc
        FROM variant v WHERE v.subject_id = ANY($1) AND EXISTS (SELECT FROM session s WHERE s.variant_id = v.id)
        ORDER BY v.subject_id, v.hash
        """;

    private const string ReadChildren = "SELECT DISTINCT subject_id FROM fragment WHERE parent_id = ANY($1)";

    private const string ReadParents = "SELECT DISTINCT parent_id FROM fragment WHERE subject_id = ANY($1) AND parent_id IS NOT NULL";

    private const string ReadChildless = """
        SELECT asked.id FROM unnest($1::bigint[]) AS asked (id) WHERE NOT EXISTS (SELECT FROM fragment f WHERE f.parent_id = asked.id)
        """;

    private const string ReadNamesakes = """
        SELECT DISTINCT n.id FROM subject s JOIN subject n ON n.key = s.key AND n.dataset_id <> s.dataset_id WHERE s.id = ANY($1)
        """;

    /// <summary>A part that has times and gets another root, or none, changes whether both have times.</summary>
    private const string NoteRoots = $"""
        INSERT INTO search_change (seq, subjects)
        SELECT {NextChange}, array_agg(DISTINCT whose)
        FROM unnest($1::bigint[], $2::bigint[]) AS o (id, root_id) JOIN subject s ON s.id = o.id
        CROSS JOIN LATERAL (VALUES (s.root_id), (o.root_id)) AS concerned (whose)
        WHERE s.times AND s.root_id IS DISTINCT FROM o.root_id AND whose IS NOT NULL HAVING count(*) > 0
        """;

    private const string WriteOutcomes = """
        UPDATE subject s SET described = o.described, root_id = o.root_id, reason = o.reason, detail = o.detail
        FROM unnest($1::bigint[], $2::boolean[], $3::bigint[], $4::text[], $5::text[]) AS o (id, described, root_id, reason, detail)
        WHERE s.id = o.id AND (s.described, s.root_id, s.reason, s.detail) IS DISTINCT FROM (o.described, o.root_id, o.reason, o.detail)
        """;

    private const string InternTerms = """
        WITH wanted AS (SELECT value FROM unnest($1::text[]) AS wanted (value)),
        made AS (
          INSERT INTO term (value) SELECT value FROM wanted WHERE NOT EXISTS (SELECT FROM term t WHERE t.value = wanted.value)
          RETURNING value, id)
        SELECT t.value, t.id FROM wanted JOIN term t USING (value)
        UNION ALL
        SELECT value, id FROM made
        """;

    private const string AddDirty = "INSERT INTO dirty (subject_id) SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING";

    private const string TakeDirty = """
        DELETE FROM dirty WHERE subject_id IN (SELECT subject_id FROM dirty ORDER BY subject_id LIMIT $1) RETURNING subject_id
        """;

    public async ValueTask<Dictionary<long, SubjectState>> ReadSubjectsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        if (subjectIds.Count == 0)
            return [];
        var fragments = new List<FragmentRow>();
        var variants = new List<VariantRow>();
        session.Ask(ReadFragments, r => fragments.Add(ToFragment(r)), Sql.Of(subjectIds));
        session.Ask(ReadVariants, r => variants.Add(ToVariant(r)), Sql.Of(subjectIds));
        var states = await session.ReadAsync(ReadSubjects, ToState, cancel, Sql.Of(subjectIds)).ConfigureAwait(false);
        var fragmentsOf = fragments.ToLookup(f => f.SubjectId);
        var variantsOf = variants.ToLookup(v => v.SubjectId);
        return states.ToDictionary(s => s.Id, s => s with { Fragments = [.. fragmentsOf[s.Id]], Variants = [.. variantsOf[s.Id]] });
    }

    public async ValueTask<IReadOnlyList<long>> ReadChildrenAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadChildren, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadParentsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadParents, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadChildlessAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadChildless, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<long>> ReadNamesakesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel) =>
        subjectIds.Count == 0 ? [] : await session.ReadAsync(ReadNamesakes, static r => r.GetInt64(0), cancel, Sql.Of(subjectIds)).ConfigureAwait(false);

    public ValueTask WriteSubjectOutcomesAsync(IReadOnlyList<Derived> derived, CancellationToken cancel)
    {
        if (derived.Count > 0)
        {
            var outcomes = derived.Select(d => d.Outcome).ToList();
            Lock();
            _hasChanges = true;
            session.Tell(NoteRoots, Sql.Longs(outcomes, o => o.SubjectId), Sql.Longs(outcomes, o => o.RootId));
            session.Tell(WriteOutcomes, Sql.Longs(outcomes, o => o.SubjectId), Sql.Bools(outcomes, o => o.Described), Sql.Longs(outcomes, o => o.RootId),
                Sql.Texts(outcomes, o => o.Reason), Sql.Texts(outcomes, o => o.Detail));
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<Dictionary<string, int>> InternTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel)
    {
        if (values.Count == 0)
            return [];
        Lock();
        var terms = await session.ReadAsync(InternTerms, static r => (Value: r.GetString(0), Id: r.GetInt32(1)), cancel, Sql.Of(values)).ConfigureAwait(false);
        var ids = terms.ToDictionary(t => t.Value, t => t.Id, StringComparer.Ordinal);
        foreach (var value in values.Where(v => !ids.ContainsKey(v)))
            ids[value] = ids[Sql.Storable(value)!];
        return ids;
    }

    public ValueTask AddDirtyAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        if (subjectIds.Count > 0)
            session.Tell(AddDirty, Sql.Of(subjectIds));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<long>> TakeDirtyAsync(int max, CancellationToken cancel)
    {
        Lock();
        var ids = await session.ReadAsync(TakeDirty, static r => r.GetInt64(0), cancel, Sql.Of((long)max)).ConfigureAwait(false);
        ids.Sort();
        return ids;
    }

    private static SubjectState ToState(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Key = SubjectKey.FromBytes(r.GetFieldValue<byte[]>(1)),
        DatasetId = r.GetInt64(2),
        HasSessions = r.GetBoolean(3),
        HasChildren = r.GetBoolean(4),
        Fragments = [],
        Variants = [],
    };

    private static FragmentRow ToFragment(NpgsqlDataReader r) => new()
    {
        SubjectId = r.GetInt64(0),
        Id = r.GetInt64(1),
        Origin = (byte)r.GetInt16(2),
        FeedId = r.GetInt64(3),
        ItemKey = r.GetInt64(4),
        Type = (OpportunityType)r.GetInt16(5),
        ParentId = r.Long(6),
        Modified = r.Long(7),
        ModifiedAt = r.Long(8),
        HarvestedAt = r.GetInt64(9),
        Hash = r.GetInt64(10),
        Doc = r.GetFieldValue<byte[]>(11),
    };

    private static VariantRow ToVariant(NpgsqlDataReader r) => new()
    {
        SubjectId = r.GetInt64(0),
        Id = r.GetInt64(1),
        Hash = r.GetInt64(2),
        Type = (OpportunityType)r.GetInt16(3),
        FeedId = r.GetInt64(4),
        ModifiedAt = r.Long(5),
        HarvestedAt = r.GetInt64(6),
        Doc = r.GetFieldValue<byte[]>(7),
    };
}
