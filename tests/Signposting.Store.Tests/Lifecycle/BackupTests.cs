using Signposting.Store.Backup;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Lifecycle;

public sealed class BackupTests : IDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backup-");

    private string Backup => Path.Combine(_folder.FullName, "store.backup");

    [Fact]
    public async Task A_restored_store_gives_the_same_answers_as_the_one_that_was_in_use()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var expected = await test.FindAsync();

        await StoreBackup.SaveAsync(test.Options, Backup, Cancel);
        await feed.CommitAsync(Item.Tombstone("1", 2));
        var elsewhere = In("restored.db");
        await StoreBackup.RestoreAsync(elsewhere, Backup, Cancel);

        await using var restored = await SpatialStore.OpenAsync(elsewhere, test.Time, Cancel);
        Shown.Same(expected, await test.FindAsync(through: restored));
        Assert.EndsWith("?after=1", (await restored.FindFeedAsync(feed.Url, Cancel))!.Cursor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postgres_store_that_was_dropped_is_restored()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "pg_dump"))), "There is no pg_dump on the path.");
        await using var test = await TestStore.OpenAsync(StoreEngine.Postgis);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        var expected = await test.FindAsync();
        await StoreBackup.SaveAsync(test.Options, Backup, Cancel);
        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(test.Options, Backup, Cancel));

        await test.ExecuteAsync("DO $$ BEGIN EXECUTE 'DROP SCHEMA ' || current_schema() || ' CASCADE'; END $$");
        await StoreBackup.RestoreAsync(test.Options, Backup, Cancel);

        Assert.Contains("holds a store already", refused.Message, StringComparison.Ordinal);
        await using var restored = await SpatialStore.OpenAsync(test.Options, test.Time, Cancel);
        Shown.Same(expected, await test.FindAsync(through: restored));
    }

    [Fact]
    public async Task Nothing_is_ever_overwritten()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        await StoreBackup.SaveAsync(test.Options, Backup, Cancel);

        var saving = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.SaveAsync(test.Options, Backup, Cancel));
        var restoring = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(test.Options, Backup, Cancel));

        Assert.Contains("exists already", saving.Message, StringComparison.Ordinal);
        Assert.Contains("exists already", restoring.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no database at all")]
    [InlineData("")]
    public async Task A_file_that_is_no_backup_is_refused(string content)
    {
        await File.WriteAllTextAsync(Backup, content, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(In("new.db"), Backup, Cancel));

        Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "new.db")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private StoreOptions In(string file) => new(StoreEngine.Sqlite, $"Data Source={Path.Combine(_folder.FullName, file)}");
}
