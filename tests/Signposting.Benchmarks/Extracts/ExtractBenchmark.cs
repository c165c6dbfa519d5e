using System.Diagnostics;
using System.Globalization;
using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Benchmarks.Extracts;

/// <summary>
/// The package of one board and month among millions of usage events, as it comes about: the months before are published, then the last
/// month's events are written, and its first package counts them for all boards and publishes the month. A further package reads what
/// was published. The same month of so many events beside few and beside many others shows what the others cost.
/// </summary>
internal static class ExtractBenchmark
{
    private const int AtOnce = 20_000;
    private static readonly DateOnly First = new(2025, 1, 1);

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var (months, boards, rounds) = (options.Number("months", 12), options.Number("boards", 42), options.Number("rounds", 3));
        var sizes = options.Words("events", "1000000,10000000").Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var ofMonth = options.Number("of-month", sizes.Max() / months);
        var programs = await BuiltPrograms.BuildAsync(cancel);
        var table = new List<string>();
        foreach (var events in sizes)
        {
            foreach (var store in await StoreUnderTest.EmptyAsync(options.Words("engines", "sqlite,postgis"), programs.Folder, "extracts", cancel))
            {
                var filling = new Filling(events, months, boards, Math.Min(ofMonth, events));
                table.AddRange(await MeasureAsync(programs, store, filling, rounds, cancel));
            }
        }

        Console.WriteLine($"\nOne board and month among so many events; median of {rounds}. CPU: of the program, user and system.");
        Console.WriteLine("engine         events   of month   package         s   CPU s   own MB   MB with mapped files");
        table.ForEach(Console.WriteLine);
    }

    private static async Task<IReadOnlyList<string>> MeasureAsync(BuiltPrograms programs, StoreUnderTest store, Filling filling, int rounds, CancellationToken cancel)
    {
        var last = First.AddMonths(filling.Months - 1);
        await FillAsync(store, filling.Before(), cancel);
        if (filling.Months > 1 && filling.Events > filling.OfMonth)
            await MakeAsync(programs, store, last.AddMonths(-1), "QA0", cancel);
        await FillAsync(store, filling.LastMonth(), cancel);
        Console.WriteLine($"{store.Name}: {filling.Events:N0} events, {await store.MeasureBytesAsync(cancel):N0} bytes");
        var (first, further) = (new List<ProgramRun>(), new List<ProgramRun>());
        for (var round = 0; round < rounds; round++)
        {
            await store.ExecuteAsync($"DELETE FROM usage_month WHERE month = '{last:yyyy-MM}'; DELETE FROM usage_publication WHERE month = '{last:yyyy-MM}'", cancel);
            first.Add(await MakeAsync(programs, store, last, "QA0", cancel));
            further.Add(await MakeAsync(programs, store, last, "QA1", cancel));
        }

        var lines = new[] { Line(store, filling, "first", first), Line(store, filling, "further", further) };
        foreach (var line in lines)
            Console.WriteLine(line);
        return lines;
    }

    private static string Line(StoreUnderTest store, Filling filling, string which, List<ProgramRun> runs) =>
        $"{store.Name,-10}{filling.Events,12:N0}{filling.OfMonth,11:N0}   {which,-8}{Median(runs, run => run.Elapsed.TotalSeconds),9:N1}{Median(runs, run => run.Cpu.TotalSeconds),8:N1}{runs.Max(run => run.OwnBytes) / 1e6,9:N0}{runs.Max(run => run.PeakBytes) / 1e6,23:N0}";

    private static double Median(List<ProgramRun> runs, Func<ProgramRun, double> value) => runs.Select(value).Order().ElementAt(runs.Count / 2);

    private static Task<ProgramRun> MakeAsync(BuiltPrograms programs, StoreUnderTest store, DateOnly month, string icb, CancellationToken cancel) => ChildProgram.RunAsync(
        "dotnet",
        [Path.Combine(programs.Folder, "api", "Signposting.Api.dll"), "extracts", "make", "--month", $"{month:yyyy-MM}", "--icb", icb],
        new Dictionary<string, string>(store.Settings) { ["Usage__ExtractsFolder"] = Path.Combine(programs.Folder, $"packages-{store.Name}") },
        cancel);

    private static async Task FillAsync(StoreUnderTest store, IEnumerable<UsageEvent> events, CancellationToken cancel)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        await using var opened = await SpatialStore.OpenAsync(store.Options, TimeProvider.System, cancel);
        foreach (var chunk in events.Chunk(AtOnce))
        {
            await opened.RecordUsageAsync(chunk, durable: false, cancel);
            count += chunk.Length;
        }

        Console.WriteLine($"{store.Name}: {count:N0} events filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }
}
