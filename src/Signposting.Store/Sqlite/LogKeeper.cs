using Microsoft.Data.Sqlite;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Brings the log into the database beside the writer (docs/decisions/0035): the bulk of it on another thread, what the writer has added meanwhile by the
/// writer itself, between two transactions. The next transaction then begins the log anew. It is called by who may write.
/// </summary>
internal sealed class LogKeeper(Func<SqliteSession> open) : IAsyncDisposable
{
    /// <summary>At so many the writer does all by itself, as SQLite always does: the keeper has failed, or is not called.</summary>
    public const int TooManyPages = 16_000;

    /// <summary>64 MB of log.</summary>
    private const int ManyPages = 4_000;

    private const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";

    private SqliteSession? _session;
    private Task<bool>? _beside;
    private long _before;

    /// <summary>To be called after each transaction.</summary>
    public void Keep(SqliteSession writer)
    {
        if (_beside is null)
        {
            if (writer.PagesWritten - _before >= ManyPages)
                _beside = Task.Run(RunBeside);
        }
        else if (_beside.IsCompleted)
        {
            var succeeded = _beside is { IsCompletedSuccessfully: true, Result: true };
            _beside = null;
            _before = writer.PagesWritten;
            if (succeeded)
                TryCheckpoint(writer);
        }
    }

    /// <summary>Waits until nothing runs beside the writer; nothing begins before the next transaction has ended.</summary>
    public async Task PauseAsync()
    {
        if (_beside is { } beside)
            await ((Task)beside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await PauseAsync().ConfigureAwait(false);
        _session?.Dispose();
    }

    /// <summary>Without a further connection the writer goes on alone, which the task's failure says.</summary>
    private bool RunBeside() => TryCheckpoint(_session ??= open());

    /// <summary>A disk that is full, or fails, is told to the writer by its own transactions.</summary>
    private static bool TryCheckpoint(SqliteSession session)
    {
        try
        {
            session.Execute(Checkpoint);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
