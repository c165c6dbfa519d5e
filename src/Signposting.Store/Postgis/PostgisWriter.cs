using Signposting.Store.Commit;

namespace Signposting.Store.Postgis;

/// <summary>The write transaction of PostgreSQL. The transaction itself and its lock stand here.</summary>
internal sealed partial class PostgisWriter(PostgisEngine engine, PostgisSession session) : IStoreWriter
{
    /// <summary>
    /// Pages are written one at a time, as in SQLite: a derivation reads records that other feeds, and with equal @ids
    /// other datasets, may be changing, and two that do not see each other would leave the wrong answer behind.
    /// The lock is named after a table, so that stores in several schemas of one database do not wait for each other.
    /// Asynchronous commit is safe here: cursor and data are lost or kept together, and what a crash of the server
    /// takes (less than a second) is read again from the feed.
    /// </summary>
    private const string TakeTheLock = "SELECT pg_advisory_xact_lock('item'::regclass::oid::bigint)";

    private const string WaitAMinuteAtMost = "SET LOCAL lock_timeout = '60s'";

    private const string CommitWithoutWaiting = "SET LOCAL synchronous_commit = off";

    private readonly List<(long DatasetId, Opportunities.SubjectKey Key, long Id)> _interned = [];
    private bool _isLocked;

    public async Task CommitAsync(CancellationToken cancel)
    {
        NoteChanges();
        await session.CommitAsync(cancel).ConfigureAwait(false);
        engine.Subjects.Add(_interned);
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>Waits for the writers' lock with the next question.</summary>
    private void Lock()
    {
        if (_isLocked)
            return;
        _isLocked = true;
        session.Tell(WaitAMinuteAtMost);
        session.Tell(CommitWithoutWaiting);
        session.Ask(TakeTheLock, static _ => { });
    }
}
