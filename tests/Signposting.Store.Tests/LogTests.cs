using System.Buffers.Binary;
using Xunit;

namespace Signposting.Store.Tests;

/// <summary>SQLite's log, which is brought into the database beside the writer (docs/decisions/0035).</summary>
public sealed class LogTests : IDisposable
{
    private static readonly byte[] Large = new byte[8_000_000];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "store.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_begins_anew_between_transactions_long_before_SQLite_would_stop_the_writer_for_it()
    {
        await using var store = await OpenAsync();
        await store.WriteDocumentAsync("small", new byte[1], Cancel);
        var before = CountOfLogs();

        // 96 MB: more than the 64 at which it is brought in, and far less than the 256 at which SQLite would.
        for (var document = 0; document < 12; document++)
            await store.WriteDocumentAsync($"large-{document}", Large, Cancel);
        for (var waited = 0; CountOfLogs() == before; waited++)
        {
            Assert.True(waited < 3_000, "The log never began anew.");
            await Task.Delay(10, Cancel);
            await store.WriteDocumentAsync("small", new byte[1], Cancel);
        }

        Assert.True(new FileInfo(Database + "-wal").Length < 200_000_000);
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_store_was_opened_again()
    {
        await using (var store = await OpenAsync())
        {
            for (var document = 0; document < 24; document++)
                await store.WriteDocumentAsync($"large-{document}", Ending(document), Cancel);
        }

        await using var again = await OpenAsync();
        for (var document = 0; document < 24; document++)
            Assert.Equal(document, (await again.ReadDocumentAsync($"large-{document}", Cancel))![^1]);
    }

    private static byte[] Ending(int document) => [.. Large, (byte)document];

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
