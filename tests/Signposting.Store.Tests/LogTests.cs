using System.Buffers.Binary;
using Xunit;

namespace Signposting.Store.Tests;

/// <summary>The log of SQLite beside a writer that never pauses (docs/decisions/0035).</summary>
public sealed class LogTests : IDisposable
{
    private static readonly byte[] Large = new byte[8_000_000];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "store.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_begins_anew_while_transactions_follow_one_another_and_never_has_half_of_what_SQLite_would_leave_it()
    {
        await using var store = await OpenAsync();
        long longest = 0;

        // 100 MB is more than 64 MB of log, and far less than what SQLite by itself would begin at.
        for (var document = 0; CountOfLogs() == 0; document++)
        {
            await store.WriteDocumentAsync($"large-{document % 12}", Large, Cancel);
            longest = Math.Max(longest, new FileInfo(Database + "-wal").Length);
            Assert.True(document < 1_000, "The log never began anew.");
        }

        Assert.InRange(longest, 64_000_000, 256_000_000);
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_store_was_opened_again()
    {
        await using (var store = await OpenAsync())
        {
            for (var document = 0; document < 24; document++)
                await store.WriteDocumentAsync($"large-{document}", [.. Large, (byte)document], Cancel);
        }

        await using var again = await OpenAsync();
        for (var document = 0; document < 24; document++)
            Assert.Equal(document, (await again.ReadDocumentAsync($"large-{document}", Cancel))![^1]);
    }

    private Task<SpatialStore> OpenAsync() =>
        SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, $"Data Source={Database}"), TimeProvider.System, Cancel);

    /// <summary>How often the log began anew: the checkpoint sequence number in its header (https://sqlite.org/fileformat2.html#walformat).</summary>
    private uint CountOfLogs()
    {
        var header = new byte[32];
        using var log = new FileStream(Database + "-wal", FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return log.Read(header) == header.Length ? BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)) : 0;
    }
}
