using System.Globalization;

namespace Signposting.Store.Sqlite;

/// <summary>Creates and upgrades the schema; <c>user_version</c> is the version.</summary>
internal static class SqliteSchema
{
    public static void Migrate(SqliteSession session) => Migrate(session, Schema.Scripts("Sqlite"));

    /// <summary>One transaction for all: several processes may start at once, and one that is killed leaves the old version.</summary>
    public static void Migrate(SqliteSession session, IReadOnlyList<(int Version, string Script)> scripts)
    {
        if (Version(session) == scripts[^1].Version)
            return;
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var version = Version(session);
            if (version > scripts[^1].Version)
                throw Schema.TooNew(version, scripts[^1].Version);
            foreach (var (number, script) in scripts.Where(s => s.Version > version))
                session.Execute(string.Create(CultureInfo.InvariantCulture, $"{script};\nPRAGMA user_version = {number}"));
            session.Execute("COMMIT");
        }
        catch
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }

    private static long Version(SqliteSession session) => session.Statement("PRAGMA user_version", 0).Long()!.Value;
}
