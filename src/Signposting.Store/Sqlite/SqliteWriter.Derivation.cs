using System.Globalization;
using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.SameClass;

namespace Signposting.Store.Sqlite;

/// <summary>Subjects as they are known, and what is offered of them.</summary>
internal sealed partial class SqliteWriter
{
    private readonly RowInserts _opportunities = session.Inserts(InsertOpportunities, 18);
    private long? _lastOpportunity;
    private bool? _anyWithdrawn;

    private const string ReadFragments = """
        SELECT id, origin, feed_id, item_key, type, parent_id, modified, modified_at, harvested_at, hash, doc
        FROM fragment WHERE subject_id = @0 ORDER BY origin, feed_id, item_key
        """;

    private const string ReadVariants = """
        SELECT v.id, v.hash, v.type, v.feed_id, v.modified_at, v.harvested_at, v.doc FROM variant v
        WHERE v.subject_id = @0 AND EXISTS (SELECT 1 FROM session s WHERE s.subject_id = @0 AND s.variant_id = v.id)
        ORDER BY v.hash
        """;

    private const string InsertOpportunities = """
        INSERT OR FAIL INTO opportunity (id, public_id, subject_id, type, feed_id, fragment_id, modified_at, harvested_at, flags, split, starts, ends, activities, hash, doc,
          spot, dataset_id, shared_id)
        """;

    private const string UpdateOpportunity = """
        UPDATE opportunity SET public_id = @1, subject_id = @2, type = @3, feed_id = @4, fragment_id = @5, modified_at = @6, harvested_at = @7, flags = @8, split = @9,
          starts = @10, ends = @11, activities = @12, hash = @13, doc = @14, spot = @15, dataset_id = @16, shared_id = @17, speaker_id = NULL
        WHERE id = @0
        """;

    public ValueTask<Dictionary<long, SubjectState>> ReadSubjectsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var states = new Dictionary<long, SubjectState>(subjectIds.Count);
        foreach (var id in subjectIds)
        {
            if (ReadSubject(id) is { } state)
                states[id] = state;
        }

        return ValueTask.FromResult(states);
    }

    public ValueTask<IReadOnlyList<long>> ReadChildrenAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var children = new HashSet<long>();
        foreach (var id in subjectIds.Where(id => !_new.HasNoChildren(id)))
            AddIds(children, session.Statement("SELECT subject_id FROM fragment WHERE parent_id = @0", 1).With(id));
        return ValueTask.FromResult<IReadOnlyList<long>>([.. children]);
    }

    public ValueTask<IReadOnlyList<long>> ReadParentsAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var parents = new HashSet<long>();
        foreach (var id in subjectIds.Where(id => !_new.HasNoFragments(id)))
            AddIds(parents, session.Statement("SELECT parent_id FROM fragment WHERE subject_id = @0 AND parent_id IS NOT NULL", 1).With(id));
        return ValueTask.FromResult<IReadOnlyList<long>>([.. parents]);
    }

    public ValueTask<IReadOnlyList<long>> ReadChildlessAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var statement = session.Statement("SELECT 1 FROM fragment WHERE parent_id = @0 LIMIT 1", 1);
        return ValueTask.FromResult<IReadOnlyList<long>>([.. subjectIds.Where(id => _new.HasNoChildren(id) || !statement.With(id).Any())]);
    }

    public ValueTask<IReadOnlyList<long>> ReadNamesakesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var namesakes = new HashSet<long>();
        foreach (var id in subjectIds.Where(id => !_new.HasNoNamesakes(id)))
        {
            WriteSubjects();
            if (KeyOf(id) is (var key, var datasetId))
                AddNamesakes(namesakes, key, datasetId);
        }

        return ValueTask.FromResult<IReadOnlyList<long>>([.. namesakes]);
    }

    public ValueTask<Dictionary<string, int>> InternTermsAsync(IReadOnlyCollection<string> values, CancellationToken cancel)
    {
        var ids = new Dictionary<string, int>(values.Count, StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!engine.Subjects.Terms.TryGetValue(value, out var id))
                engine.Subjects.Terms[value] = id = InternTerm(value);
            ids[value] = id;
        }

        return ValueTask.FromResult(ids);
    }

    private int InternTerm(string value) => (int)(session.Statement("SELECT id FROM term WHERE value = @0", 1).With(value).Long()
        ?? session.Statement("INSERT INTO term (value) VALUES (@0)", 1).With(value).Insert()!.Value);

    public ValueTask<IReadOnlyList<OpportunityRow>> ReadOpportunitiesAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        var rows = new List<OpportunityRow>();
        foreach (var subjectId in subjectIds.Where(id => !_new.HasNoOpportunities(id)))
        {
            using var reader = session.Statement("""
                SELECT o.id, o.public_id, o.type, o.feed_id, o.harvested_at, o.flags, o.hash, o.spot, c.lat, c.lon
                FROM opportunity o LEFT JOIN card c ON c.id = o.id WHERE o.subject_id = @0
                """, 1).With(subjectId).Read();
            while (reader.Read())
            {
                rows.Add(new OpportunityRow
                {
                    Id = reader.GetInt64(0),
                    PublicId = reader.GetString(1),
                    SubjectId = subjectId,
                    Type = (OpportunityType)reader.GetInt32(2),
                    FeedId = reader.GetInt64(3),
                    HarvestedAt = reader.GetInt64(4),
                    Flags = (OpportunityFlags)reader.GetInt32(5),
                    Hash = reader.GetInt64(6),
                    Likeness = reader.Long(7) is { } spot && (spot & ClassLikeness.NameBits) != 0 ? spot : null,
                    Point = reader.IsDBNull(8) ? null : new GeoPoint(reader.GetDouble(8), reader.GetDouble(9)),
                    Activities = [],
                });
            }
        }

        return ValueTask.FromResult<IReadOnlyList<OpportunityRow>>(rows);
    }

    public ValueTask<Dictionary<long, (string Dataset, bool IsConcealed)>> ReadFeedDatasetsAsync(IReadOnlyCollection<long> feedIds, CancellationToken cancel)
    {
        var datasets = new Dictionary<long, (string, bool)>(feedIds.Count);
        foreach (var id in feedIds)
        {
            using var reader = session.Statement("SELECT d.url, e.concealed FROM feed e JOIN dataset d ON d.id = e.dataset_id WHERE e.id = @0", 1).With(id).Read();
            if (reader.Read())
                datasets[id] = (reader.GetString(0), reader.GetBoolean(1));
        }

        return ValueTask.FromResult(datasets);
    }

    public ValueTask WriteSuccessorAsync(string withdrawn, string successor, CancellationToken cancel)
    {
        session.Statement("UPDATE withdrawn SET successor = @1 WHERE public_id = @0", 2).With(withdrawn, successor).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteOpportunitiesAsync(IReadOnlyList<string> publicIds, long now, CancellationToken cancel)
    {
        foreach (var publicId in publicIds)
        {
            if (PublicIds.Find(session, publicId) is { } id)
            {
                MoveSpot(id, SpotOf(id), null);
                session.Statement("DELETE FROM opportunity WHERE id = @0", 1).With(id).Execute();
                DeleteCard(id);
                session.Statement("INSERT OR REPLACE INTO withdrawn (public_id, at) VALUES (@0, @1)", 2).With(publicId, now).Execute();
                _anyWithdrawn = true;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteOpportunitiesAsync(IReadOnlyList<OpportunityRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return ValueTask.CompletedTask;
        _anyWithdrawn ??= session.Statement("SELECT 1 FROM withdrawn LIMIT 1", 0).Any();
        foreach (var row in rows)
        {
            // Nobody else's record can have the id of a subject that nobody else names.
            var known = row.Split is null && _new.HasNoNamesakes(row.SubjectId) && _new.HasNoOpportunities(row.SubjectId) ? null : PublicIds.Find(session, row.PublicId);
            var stood = known is { } before ? SpotOf(before) : null;
            var spot = SpotOf(row);
            var activities = Terms(row.Activities);
            var id = known ?? NextOpportunity();
            ReadOnlySpan<Value> values =
            [
                id, row.PublicId, row.SubjectId, (int)row.Type, row.FeedId, row.FragmentId, row.ModifiedAt, row.HarvestedAt, (int)row.Flags,
                row.Split is null ? null : Ids(row.Split), row.Starts, row.Ends, activities, row.Hash, row.Doc, spot, row.DatasetId, row.SharedId,
            ];
            if (known is null)
                _opportunities.Add(values);
            else
                session.Statement(UpdateOpportunity, 18).With(values).Execute();
            if (_anyWithdrawn == true)
                session.Statement("DELETE FROM withdrawn WHERE public_id = @0", 1).With(row.PublicId).Execute();
            MoveSpot(id, stood, spot is { } at ? (at, row.DatasetId) : null);
            WriteCard(row, id, known is null, activities);
            _new.Offer(row.SubjectId);
        }

        _opportunities.Flush();
        _cards.Flush();
        Gather(_spots, Spots);
        Gather(_terms, TermLists);
        return ValueTask.CompletedTask;
    }

    private long NextOpportunity()
    {
        _lastOpportunity = (_lastOpportunity ?? session.Statement("SELECT max(id) FROM opportunity", 0).Long() ?? 0) + 1;
        return _lastOpportunity.Value;
    }

    private static long? SpotOf(OpportunityRow row) => row.Point is { } point ? row.Likeness ?? ClassLikeness.FirstOf(point) : null;

    public ValueTask AddDirtyAsync(IReadOnlyCollection<long> subjectIds, CancellationToken cancel)
    {
        foreach (var id in subjectIds)
            session.Statement("INSERT OR IGNORE INTO dirty (subject_id) VALUES (@0)", 1).With(id).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<long>> TakeDirtyAsync(int max, CancellationToken cancel)
    {
        var ids = new HashSet<long>();
        AddIds(ids, session.Statement("SELECT subject_id FROM dirty ORDER BY subject_id LIMIT @0", 1).With(max));
        foreach (var id in ids)
            session.Statement("DELETE FROM dirty WHERE subject_id = @0", 1).With(id).Execute();
        return ValueTask.FromResult<IReadOnlyList<long>>([.. ids]);
    }

    private static void AddIds(HashSet<long> ids, Statement statement)
    {
        using var reader = statement.Read();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
    }

    private static string? Terms(int[] activities) => activities is [var only]
        ? string.Create(CultureInfo.InvariantCulture, $"[{only}]")
        : activities.Length == 0 ? null : "[" + string.Join(',', activities.Select(a => a.ToString(CultureInfo.InvariantCulture))) + "]";

    private SubjectState? ReadSubject(long id)
    {
        if (_new.Find(id) is { } subject)
        {
            var hasSessions = subject.HasPublished ?? HasSessions(id);
            return StateOf(id, subject.Key, subject.DatasetId, subject.Fragments, hasSessions, hasSessions && subject.HasVariants, subject.HasChildren);
        }

        using var reader = session.Statement("""
            SELECT key, dataset_id, EXISTS (SELECT 1 FROM session WHERE subject_id = @0 AND item_key <> -1), EXISTS (SELECT 1 FROM fragment WHERE parent_id = @0)
            FROM subject WHERE id = @0
            """, 1).With(id).Read();
        return reader.Read()
            ? StateOf(id, SubjectKey.FromBytes(reader.GetUtf8(0)), reader.GetInt64(1), null, reader.GetBoolean(2), reader.GetBoolean(2), reader.GetBoolean(3))
            : null;
    }

    /// <param name="fragments">Null: to be read.</param>
    private SubjectState StateOf(
        long id, SubjectKey key, long datasetId, FragmentRow[]? fragments, bool hasSessions, bool mayHaveVariants, bool hasChildren) => new()
    {
        Id = id,
        Key = key,
        DatasetId = datasetId,
        Fragments = fragments ?? FragmentsOf(id),
        Variants = mayHaveVariants ? VariantsOf(id) : [],
        HasSessions = hasSessions,
        HasChildren = hasChildren,
    };

    private bool HasSessions(long id) => session.Statement("SELECT 1 FROM session WHERE subject_id = @0 AND item_key <> -1 LIMIT 1", 1).With(id).Any();

    private FragmentRow[] FragmentsOf(long id)
    {
        var rows = new List<FragmentRow>(1);
        using var reader = session.Statement(ReadFragments, 1).With(id).Read();
        while (reader.Read())
        {
            rows.Add(new FragmentRow
            {
                Id = reader.GetInt64(0),
                SubjectId = id,
                Origin = reader.GetByte(1),
                FeedId = reader.GetInt64(2),
                ItemKey = reader.GetInt64(3),
                Type = (OpportunityType)reader.GetInt32(4),
                ParentId = reader.Long(5),
                Modified = reader.Long(6),
                ModifiedAt = reader.Long(7),
                HarvestedAt = reader.GetInt64(8),
                Hash = reader.GetInt64(9),
                Doc = reader.Bytes(10)!,
            });
        }

        return [.. rows];
    }

    private List<VariantRow> VariantsOf(long id)
    {
        var rows = new List<VariantRow>();
        using var reader = session.Statement(ReadVariants, 1).With(id).Read();
        while (reader.Read())
        {
            rows.Add(new VariantRow
            {
                Id = reader.GetInt64(0),
                SubjectId = id,
                Hash = reader.GetInt64(1),
                Type = (OpportunityType)reader.GetInt32(2),
                FeedId = reader.GetInt64(3),
                ModifiedAt = reader.Long(4),
                HarvestedAt = reader.GetInt64(5),
                Doc = reader.Bytes(6)!,
            });
        }

        return rows;
    }
}
