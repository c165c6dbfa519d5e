namespace Signposting.Store.Sqlite;

/// <summary>
/// Trees in random order are written to by way of small ones (docs/decisions/0027). Both are tables of the same database: whatever stops a process,
/// each row is in one of the two, and every reader sees it in one of the two.
/// </summary>
internal sealed partial class SqliteWriter
{
    /// <summary>Some twenty pages, of which a transaction writes all; moving them writes most pages of the large tree, once for so many rows.</summary>
    private const int MostGathered = 16_000;

    // A row is in one of the two.
    private static readonly string[] DeleteSpot =
    [
        "DELETE FROM opportunity_by_spot_new WHERE spot = @0 AND dataset_id = @1 AND opportunity_id = @2",
        "DELETE FROM opportunity_by_spot WHERE spot = @0 AND dataset_id = @1 AND opportunity_id = @2",
    ];

    private static readonly string[] DeleteTermsOf =
    [
        "DELETE FROM opportunity_term_new WHERE opportunity_id = @0 AND term_id IN (SELECT value FROM json_each((SELECT activities FROM card WHERE id = @0)))",
        "DELETE FROM opportunity_term WHERE opportunity_id = @0 AND term_id IN (SELECT value FROM json_each((SELECT activities FROM card WHERE id = @0)))",
    ];

    private static readonly GatheredTree Heads = new("subject_by_head");
    private static readonly GatheredTree Spots = new("opportunity_by_spot");

    // Before version 15 a row could be left behind that its card did not list any more: what is there already is no reason to stop.
    private static readonly GatheredTree TermLists = new("opportunity_term", "OR IGNORE");

    private readonly HashSet<GatheredTree> _gathered = [];
    private readonly SortedInserts _heads = session.InsertsInOrder("INSERT OR FAIL INTO subject_by_head_new (head, subject_id)", 2);
    private readonly SortedInserts _spots = session.InsertsInOrder("INSERT OR FAIL INTO opportunity_by_spot_new (spot, dataset_id, opportunity_id)", 3);
    private readonly SortedInserts _terms = session.InsertsInOrder("INSERT OR IGNORE INTO opportunity_term_new (term_id, opportunity_id)", 2);

    public ValueTask SettleAsync(CancellationToken cancel)
    {
        foreach (var tree in (GatheredTree[])[Heads, Spots, TermLists])
            Move(tree, most: 0);
        return ValueTask.CompletedTask;
    }

    private void DeleteTerms(long id)
    {
        foreach (var sql in DeleteTermsOf)
            session.Statement(sql, 1).With(id).Execute();
    }

    /// <summary>Where a row stands; null: at no place.</summary>
    private (long Spot, long DatasetId)? SpotOf(long id)
    {
        using var reader = session.Statement("SELECT spot, dataset_id FROM opportunity WHERE id = @0 AND spot IS NOT NULL", 1).With(id).Read();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>Moves a row from where it stood to where it stands.</summary>
    private void MoveSpot(long id, (long Spot, long DatasetId)? from, (long Spot, long DatasetId)? to)
    {
        if (from == to)
            return;
        if (from is { } old)
        {
            foreach (var sql in DeleteSpot)
                session.Statement(sql, 3).With(old.Spot, old.DatasetId, id).Execute();
        }

        if (to is { } now)
            _spots.Add(now.Spot, now.DatasetId, id);
    }

    private void Gather(SortedInserts inserts, GatheredTree tree)
    {
        if (inserts.Flush())
            _gathered.Add(tree);
    }

    private void MoveGathered()
    {
        foreach (var tree in _gathered)
            Move(tree, MostGathered);
    }

    private void Move(GatheredTree tree, int most)
    {
        if (session.Statement(tree.Count, 0).Long() <= most)
            return;
        session.Statement(tree.Move, 0).Execute();
        session.Statement(tree.Clear, 0).Execute();
    }

    /// <summary>A large tree and its small one, which has the same columns in the same order.</summary>
    /// <param name="name">Of the large one.</param>
    /// <param name="conflict">
    /// What to do where a row is there already. It never is, and failing is for the whole transaction: SQLite need not keep a copy of each page of the
    /// large tree that it writes, to undo the one statement.
    /// </param>
    private sealed class GatheredTree(string name, string conflict = "OR FAIL")
    {
        /// <summary>Counted by the heads of the pages, not row by row.</summary>
        public string Count { get; } = $"SELECT count(*) FROM {name}_new";

        /// <summary>The small tree is read in its order, which is that of the large one.</summary>
        public string Move { get; } = $"INSERT {conflict} INTO {name} SELECT * FROM {name}_new";

        public string Clear { get; } = $"DELETE FROM {name}_new";
    }
}
