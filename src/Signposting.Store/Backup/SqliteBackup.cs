using Microsoft.Data.Sqlite;
using Signposting.Store.Sqlite;

namespace Signposting.Store.Backup;

/// <summary>An SQLite store in one file, by <c>VACUUM INTO</c>: a consistent copy beside readers and writers, without what was deleted.</summary>
internal static class SqliteBackup
{
    public static void Save(string connection, string target)
    {
        var file = FileOf(connection);
        if (!File.Exists(file))
            throw new StoreException($"There is no store yet: {file} does not exist.");
        try
        {
            using var session = Open(file, SqliteOpenMode.ReadWrite);
            session.Statement("VACUUM INTO @0", 1).With(target).Execute();
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Explain(e);
        }
    }

    public static void Restore(string connection, string source)
    {
        var file = FileOf(connection);
        if (File.Exists(file) || File.Exists(file + "-wal"))
            throw new StoreException($"{file} exists already. Stop what uses it and move it away with its -wal and -shm files, or name another file in Store:Connection.");
        Check(source);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = file + ".part";
        try
        {
            File.Copy(source, part, overwrite: true);
            File.Move(part, file);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void Check(string source)
    {
        try
        {
            using var session = Open(source, SqliteOpenMode.ReadOnly);
            var (known, version) = (Schema.Scripts("Sqlite")[^1].Version, session.Statement("PRAGMA user_version", 0).Long() ?? 0);
            if (version > known)
                throw Schema.TooNew(version, known);
            using var check = session.Statement("PRAGMA quick_check(1)", 0).Read();
            if (version == 0 || !check.Read() || check.GetString(0) != "ok")
                throw new StoreException($"{source} is damaged or no backup of a store. Nothing was changed.");
        }
        catch (SqliteException e)
        {
            throw new StoreException($"{source} is damaged or no backup of a store ({e.Message}). Nothing was changed.", e);
        }
    }

    private static SqliteSession Open(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString(), "PRAGMA busy_timeout=60000");

    private static string FileOf(string connection)
    {
        try
        {
            return Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
        }
        catch (ArgumentException e)
        {
            throw new StoreException($"Store:Connection cannot be read as an SQLite connection string: {e.Message}", e);
        }
    }
}
