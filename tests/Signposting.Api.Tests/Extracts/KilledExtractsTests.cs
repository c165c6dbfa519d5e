using System.Diagnostics;
using Npgsql;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Extracts;

/// <summary>The real command, killed (SIGKILL) while it publishes or writes: nothing half-written, and the next run makes the same.</summary>
public sealed class KilledExtractsTests
{
    private const int Kills = 4;

    [Fact]
    public async Task Killed_while_a_package_is_written_no_part_of_it_has_its_name()
    {
        using var folder = new TestFolder();
        await RecordAsync(new StoreOptions(StoreEngine.Sqlite, folder.Connection));
        var packages = Directory.CreateDirectory(Path.Combine(folder.Path, "packages")).FullName;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var program = Make(folder, "sqlite", folder.Connection);
            await UntilAsync(() => Directory.EnumerateFiles(packages).Any());
            program.Kill();
            await program.ExitAsync();
            // Renamed in the last moment, it is whole.
            foreach (var whole in Directory.GetFiles(packages, "*.zip"))
            {
                Assert.NotEmpty(System.IO.Compression.ZipFile.OpenRead(whole).Entries);
                File.Delete(whole);
            }
        }

        var first = await MadeAsync(folder, packages);
        Assert.Equal(first, await MadeAsync(folder, packages));
    }

    [Fact]
    public async Task Killed_while_it_publishes_on_PostgreSQL_nothing_of_the_month_is_published()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        using var folder = new TestFolder();
        await using var postgres = await TestPostgres.CreateAsync();
        var options = new StoreOptions(StoreEngine.Postgis, postgres.Connection);
        await RecordAsync(options);
        await using (var source = NpgsqlDataSource.Create(postgres.Connection))
        {
            await using var blocker = await source.OpenConnectionAsync();
            await using var transaction = await blocker.BeginTransactionAsync();
            await using (var hold = new NpgsqlCommand("LOCK TABLE usage_publication IN EXCLUSIVE MODE", blocker, transaction))
                await hold.ExecuteNonQueryAsync();
            await using var program = Make(folder, "postgis", postgres.Connection);
            // It has written the month, and waits to write what the boards get.
            await UntilAsync(() => IsWaiting(source));
            program.Kill();
            await program.ExitAsync();
            await transaction.RollbackAsync();
        }

        await using var store = await SpatialStore.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        Assert.Empty(await store.ListUsageMonthsAsync(CancellationToken.None));
        await using var again = Make(folder, "postgis", postgres.Connection);
        Assert.True(await again.ExitAsync() == 0, again.Output);
        Assert.Equal([null, "QWO"], await store.ListUsagePublicationsAsync(Board.May.AddDays(1 - Board.May.Day), CancellationToken.None));
    }

    private static async Task RecordAsync(StoreOptions options)
    {
        await using var store = await SpatialStore.OpenAsync(options, TimeProvider.System, CancellationToken.None);
        await store.RecordUsageAsync([.. Board.OfMay()], durable: true, CancellationToken.None);
    }

    private static RunningProgram Make(TestFolder folder, string engine, string connection) => RunningProgram.Start(
        folder.Path,
        [BuildFacts.ApiProgram, "extracts", "make", "--month", "2026-05", "--icb", "QWO", "--Store:Engine", engine, "--Store:Connection", connection, "--Usage:ExtractsFolder", "packages"]);

    private static async Task<byte[]> MadeAsync(TestFolder folder, string packages)
    {
        await using var program = Make(folder, "sqlite", folder.Connection);
        Assert.True(await program.ExitAsync() == 0, program.Output);
        return await File.ReadAllBytesAsync(Path.Combine(packages, "2026-05-QWO.zip"));
    }

    private static bool IsWaiting(NpgsqlDataSource source)
    {
        using var command = source.CreateCommand("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'usage_publication'::regclass");
        return (long)command.ExecuteScalar()! > 0;
    }

    // Without a pause: what is waited for lasts some milliseconds.
    private static Task UntilAsync(Func<bool> isSo) => Task.Run(() =>
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2), "It never came.");
    });
}
