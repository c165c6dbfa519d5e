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
/// its processor time and what it allocates for each item. The pages are the sample publisher's, read once over loopback.
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
            foreach (var page in pages)
            {
                var read = reading.Measure(() => PageParser.Parse(page, limits).Page!);
                var changes = normalising.Measure(() => Normalise(read));
                preparing.Measure(() => PreparedChanges.Of(changes));
                read.Forget();
                items += read.Items.Count;
            }
        }

        public void Forget()
        {
            items = 0;
            foreach (var stage in (Stage[])[reading, normalising, preparing])
                stage.Forget();
        }

        public void Print()
        {
            Stage[] stages = [reading, normalising, preparing];
            foreach (var stage in stages)
                Console.WriteLine(stage.Line(items));
            Console.WriteLine($"{"together",-24}{stages.Sum(stage => stage.Cpu.TotalMicroseconds) / items,8:0.0} µs{stages.Sum(stage => stage.Bytes) / items,10:N0} bytes an item");
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

    private sealed class Stage(string name)
    {
        public TimeSpan Cpu { get; private set; }

        public long Bytes { get; private set; }

        public T Measure<T>(Func<T> work)
        {
            var (bytes, cpu) = (GC.GetAllocatedBytesForCurrentThread(), CpuUsage.OfThread());
            var made = work();
            Cpu += CpuUsage.OfThread() - cpu;
            Bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
            return made;
        }

        public void Forget() => (Cpu, Bytes) = (TimeSpan.Zero, 0);

        public string Line(long items) => $"{name,-24}{Cpu.TotalMicroseconds / items,8:0.0} µs{Bytes / items,10:N0} bytes an item";
    }
}
