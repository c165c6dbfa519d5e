namespace Signposting.Store.Backup;

/// <summary>Copies of a whole store: made while it is in use, and put back where no store is.</summary>
public static class StoreBackup
{
    /// <summary>Writes all of the store, as it is at one moment, into a file that does not exist yet.</summary>
    /// <exception cref="StoreException">It cannot be done; the message says why, and no file is left.</exception>
    public static async Task SaveAsync(StoreOptions options, string file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
            throw new StoreException($"{target} exists already: name a new file.");
        var part = target + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(part);
            if (options.Engine == StoreEngine.Sqlite)
                SqliteBackup.Save(options.Connection, part);
            else
                await PostgresBackup.SaveAsync(options.Connection, part, cancel).ConfigureAwait(false);
            File.Move(part, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{target} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts a backup where the settings say that the store is, which must not be there yet.</summary>
    /// <exception cref="StoreException">It cannot be done; the message says why, and nothing was changed.</exception>
    public static async Task RestoreAsync(StoreOptions options, string file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var source = Path.GetFullPath(file);
        if (!File.Exists(source))
            throw new StoreException($"There is no backup {source}.");
        try
        {
            if (options.Engine == StoreEngine.Sqlite)
                SqliteBackup.Restore(options.Connection, source);
            else
                await PostgresBackup.RestoreAsync(options.Connection, source, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{source} cannot be restored: {e.Message}", e);
        }
    }
}
