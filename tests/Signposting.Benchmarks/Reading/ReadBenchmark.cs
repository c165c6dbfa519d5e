using System.Diagnostics;
using Feeds.Harvester.Http;
using Feeds.Harvester.Normalising;
using Feeds.Harvester.Rpde;
using OpenActive.Vocabulary;
using Signposting.Benchmarks.Programs;
using Signposting.Store.Harvest;

namespace Signposting.Benchmarks.Reading;

/// <summary>
/// The first half of a harvest, from the bytes of a page to changes that only have to be written, stage by stage, on one thread:
/// its time and what it allocates for each item, of each page in its fastest round. The pages are the sample publisher's, read once over loopback.
/// </summary>
internal static class ReadBenchmark
{
    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var pages = options.Words("site", "") is [var site] ? await SamplePages.FetchAsync(new Uri(site), cancel) : await PublishAndFetchAsync(options, cancel);
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(page => (long)page.Body.Length) / 1048576.0:0.0} MB");

        var stages = new Stages(pages);
        for (var round = 0; round < options.Number("warm-up", 10); round++)
            stages.Run();
        var rounds = options.Number("rounds", 20);
        stages.Forget();
        for (var round = 0; round < rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            stages.Run();
        }

        stages.Print();
    }

    private static async Task<IReadOnlyList<FetchedPage>> PublishAndFetchAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var programs = await BuiltPrograms.BuildAsync(cancel);
        var (publisher, datasetSite) = await programs.StartPublisherAsync(options.Number("opportunities", 5_000), options.Number("sessions", 0), cancel);
        await using (publisher)
            return await SamplePages.FetchAsync(datasetSite, cancel);
    }

    private sealed class Stages(IReadOnlyList<FetchedPage> pages)
    {
        private readonly ItemNormaliser normaliser = new(() => ActivityList.BuiltIn, TimeProvider.System);
        private readonly RpdeLimits limits = new();
        private readonly Stage reading = new("read the page");
        private readonly Stage normalising = new("normalise");
        private readonly Stage preparing = new("prepare for the store");
        private long items;

        public void Run()
        {
            items = 0;
            for (var i = 0; i < pages.Count; i++)
            {
                var read = reading.Measure(i, () => PageParser.Parse(pages[i], limits).Page!);
                var changes = normalising.Measure(i, () => Normalise(read));
                preparing.Measure(i, () => PreparedChanges.Of(changes));
                read.Forget();
                items += read.Items.Count;
            }
        }

        public void Forget()
        {
            foreach (var stage in (Stage[])[reading, normalising, preparing])
                stage.Forget();
        }

        public void Print()
        {
            Stage[] stages = [reading, normalising, preparing];
            foreach (var stage in stages)
                Console.WriteLine(stage.Line(items));
            Console.WriteLine($"{"together",-24}{stages.Sum(stage => stage.Microseconds) / items,8:0.00} µs{stages.Sum(stage => stage.Bytes) / items,10:N0} bytes an item");
        }

        private List<ItemChange> Normalise(RpdePage page)
        {
            var changes = new List<ItemChange>(page.Items.Count);
            foreach (var item in page.Items)
            {
                if (item.State == ItemState.Updated)
                    changes.Add(normaliser.Normalise(new NormalItem(page.Url, "", item.Id, item.Modified.Order, null, item.Data) { Json = item.Json }));
            }

            return changes;
        }
    }

    /// <summary>Of each page the fastest round, which other programs on the machine disturbed least; the time of a thread is told in ticks longer than a page takes.</summary>
    private sealed class Stage(string name)
    {
        private readonly Dictionary<int, (TimeSpan Time, long Bytes)> least = [];

        public double Microseconds => least.Values.Sum(page => page.Time.TotalMicroseconds);

        public long Bytes => least.Values.Sum(page => page.Bytes);

        public T Measure<T>(int page, Func<T> work)
        {
            var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var made = work();
            var now = (Time: Stopwatch.GetElapsedTime(start), Bytes: GC.GetAllocatedBytesForCurrentThread() - bytes);
            if (!least.TryGetValue(page, out var before) || now.Time < before.Time)
                least[page] = now;
            return made;
        }

        public void Forget() => least.Clear();

        public string Line(long items) => $"{name,-24}{Microseconds / items,8:0.00} µs{Bytes / items,10:N0} bytes an item";
    }
}
