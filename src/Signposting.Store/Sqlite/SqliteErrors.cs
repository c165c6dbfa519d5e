using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Signposting.Store.Sqlite;

/// <summary>Turns SQLite's errors into sentences.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Full = 13;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>SQLITE_IOERR_SHMSIZE: the index of the log, beside the database, could not grow.</summary>
    private const int IndexCannotGrow = 10 | (19 << 8);

    public static StoreException Explain(DbException e) => new(
        (e as SqliteException)?.SqliteErrorCode switch
        {
            _ when IsFull(e) => "The disk of the store is full.",
            Busy => "The store is locked by another process for longer than a minute.",
            Corrupt or NotADatabase => "The store's file is damaged or no SQLite database; restore a backup.",
            _ => $"The store failed: {e.Message}",
        },
        e)
    {
        Fault = IsFull(e) ? StoreFault.Full : StoreFault.Failed,
    };

    private static bool IsFull(DbException e) => e is SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: IndexCannotGrow };
}
