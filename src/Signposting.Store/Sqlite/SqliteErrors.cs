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

    public static StoreException Explain(DbException e) => new(
        (e as SqliteException)?.SqliteErrorCode switch
        {
            Busy => "The store is locked by another process for longer than a minute.",
            Full => "The disk of the store is full.",
            Corrupt or NotADatabase => "The store's file is damaged or no SQLite database; restore a backup.",
            _ => $"The store failed: {e.Message}",
        },
        e);
}
