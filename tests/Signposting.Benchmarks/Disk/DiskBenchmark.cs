using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;

namespace Signposting.Benchmarks.Disk;

/// <summary>
/// Bytes on disk for each opportunity and each session, by difference: an empty store, one with opportunities only,
/// one with the same opportunities and their sessions. As harvested: nothing is compacted.
/// </summary>
internal static class DiskBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var opportunities = options.Number("opportunities", 50_000);
        var programs = await BuiltPrograms.BuildAsync(cancel);
        var engines = options.Words("engines", "sqlite,postgis");
        var without = await FillAsync(programs, engines, opportunities, sessionsEach: 0, cancel);
        var with = await FillAsync(programs, engines, opportunities, options.Number("sessions", 10), cancel);
        Console.WriteLine("\n             bytes/opportunity   bytes/session");
        foreach (var (name, few) in without)
            Print(name, few, with[name]);
    }

    private static void Print(string name, Filled few, Filled many)
    {
        // Classes with no session of their own in one and ten in the other: the difference is sessions and slots only.
        var perSession = (many.Bytes - few.Bytes) / (double)(many.Items - few.Items);
        var perOpportunity = (few.Bytes - few.EmptyBytes) / (double)few.Items;
        Console.WriteLine($"{name,-10}{perOpportunity,20:N0}{perSession,16:N0}");
    }

    private static async Task<Dictionary<string, Filled>> FillAsync(
        BuiltPrograms programs, IReadOnlyList<string> engines, int opportunities, int sessionsEach, CancellationToken cancel)
    {
        var filled = new Dictionary<string, Filled>(StringComparer.Ordinal);
        var (publisher, datasetSite) = await programs.StartPublisherAsync(opportunities, sessionsEach, cancel);
        await using (publisher)
        {
            foreach (var store in await StoreUnderTest.EmptyAsync(engines, programs.Folder, "disk", cancel))
                filled[store.Name] = await FillAsync(programs, store, datasetSite, cancel);
        }

        return filled;
    }

    private static async Task<Filled> FillAsync(BuiltPrograms programs, StoreUnderTest store, Uri datasetSite, CancellationToken cancel)
    {
        var empty = await store.MeasureBytesAsync(cancel);
        await programs.HarvestAsync(datasetSite, store.Settings, cancel);
        var bytes = await store.MeasureBytesAsync(cancel);
        var items = (await store.CountItemsAsync(cancel)).Values.Sum();
        Console.WriteLine($"{store.Name}: {items:N0} items in {bytes:N0} bytes (empty: {empty:N0})");
        Console.WriteLine(await store.DescribeLargestAsync(cancel));
        return new Filled(items, empty, bytes);
    }

    private sealed record Filled(long Items, long EmptyBytes, long Bytes);
}
