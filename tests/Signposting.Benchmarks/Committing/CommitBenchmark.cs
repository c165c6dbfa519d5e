using System.Globalization;
using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Harvesting;
using Feeds.Harvester.Http;
using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;
using Signposting.Store;

namespace Signposting.Benchmarks.Committing;

/// <summary>
/// The second half of a harvest by itself: prepared pages committed to a fresh store, in this process. CPU time (user and system, all threads)
/// and what is allocated for each item, and what it takes on disk.
/// </summary>
internal static class CommitBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        if (options.Words("site", "") is [var site])
        {
            await CommitAsync(await ReadAsync(new Uri(site), BuiltPrograms.AsTheyAre(), cancel), BuiltPrograms.AsTheyAre().Folder, options, cancel);
            return;
        }

        var programs = await BuiltPrograms.BuildPublisherAsync(cancel);
        foreach (var sessions in options.Words("sessions", "0,10"))
        {
            var sessionsEach = int.Parse(sessions, CultureInfo.InvariantCulture);
            var opportunities = options.Number("opportunities", sessionsEach == 0 ? 20_000 : 5_000);
            await CommitAsync(await PublishAndReadAsync(programs, opportunities, sessionsEach, cancel), programs.Folder, options, cancel);
        }
    }

    private static async Task<List<PreparedFeed>> PublishAndReadAsync(BuiltPrograms programs, int opportunities, int sessionsEach, CancellationToken cancel)
    {
        var (publisher, site) = await programs.StartPublisherAsync(opportunities, sessionsEach, cancel);
        await using (publisher)
            return await ReadAsync(site, programs, cancel);
    }

    private static async Task<List<PreparedFeed>> ReadAsync(Uri site, BuiltPrograms programs, CancellationToken cancel)
    {
        using var http = new FeedHttp(new FeedHttpOptions { TrustedOrigins = TrustedOrigins.Parse([site.GetLeftPart(UriPartial.Authority)]) });
        await using var scratch = await SpatialStore.OpenAsync(StoreUnderTest.EmptySqlite(Path.Combine(programs.Folder, "scratch.db")).Options, TimeProvider.System, cancel);
        var read = await new SourceReader(http).ReadAsync(site.AbsoluteUri, cancel);
        var dataset = (read.Source as Source.Dataset)?.Site ?? throw new BenchmarkException($"{site} is no dataset site.");
        var feeds = new List<PreparedFeed>();
        foreach (var registration in Registrations.Of(new Discovered.Dataset([], site.AbsoluteUri, dataset)))
            feeds.Add(await PreparedFeed.ReadAsync(registration, http, scratch, programs.ActivityList(), cancel));
        return feeds;
    }

    private static async Task CommitAsync(List<PreparedFeed> feeds, string folder, BenchmarkOptions options, CancellationToken cancel)
    {
        for (var round = 0; round <= options.Number("rounds", 5); round++)
            await CommitAsync(feeds, folder, options.Words("engines", "sqlite"), round, cancel);
    }

    /// <summary>The first round is the compiler's and not told.</summary>
    private static async Task CommitAsync(List<PreparedFeed> feeds, string folder, IReadOnlyList<string> engines, int round, CancellationToken cancel)
    {
        foreach (var engine in await StoreUnderTest.EmptyAsync(engines, folder, "commit", cancel))
        {
            var items = feeds.Sum(feed => feed.Pages.Sum(page => page.Changes.Count));
            GC.Collect();
            TimeSpan cpu;
            long allocated;
            await using (var store = await SpatialStore.OpenAsync(engine.Options, TimeProvider.System, cancel))
            {
                var (before, allocatedBefore) = (CpuUsage.OfProcess(), GC.GetTotalAllocatedBytes());
                foreach (var feed in feeds)
                    await feed.CommitAsync(store, cancel);
                (cpu, allocated) = (CpuUsage.OfProcess() - before, GC.GetTotalAllocatedBytes() - allocatedBefore);
            }

            if (round > 0)
                Console.WriteLine($"{engine.Name,-8} {items,8:N0} items  {cpu.TotalMicroseconds / items,8:0.0} µs CPU and {allocated / items,6:N0} bytes allocated an item  {await engine.MeasureBytesAsync(cancel) / items,6:N0} bytes on disk an item");
        }
    }
}
