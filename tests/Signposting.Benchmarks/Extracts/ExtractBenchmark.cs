using System.Diagnostics;
using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Benchmarks.Extracts;

/// <summary>
/// The package of one board and month among millions of usage events: the first of a month counts the events of all boards and publishes
/// the month, a further one reads what was published.
/// </summary>
internal static class ExtractBenchmark
{
    private const int AtOnce = 20_000;
    private static readonly DateOnly First = new(2025, 1, 1);

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var (events, months, boards) = (options.Number("events", 10_000_000), options.Number("months", 12), options.Number("boards", 42));
        var programs = await BuiltPrograms.BuildAsync(cancel);
        foreach (var store in await StoreUnderTest.EmptyAsync(options.Words("engines", "sqlite,postgis"), programs.Folder, "extracts", cancel))
        {
            await FillAsync(store, events, months, boards, cancel);
            Console.WriteLine($"{store.Name}: {events:N0} events in {months} months, {boards} boards; {await store.MeasureBytesAsync(cancel):N0} bytes");
            Console.WriteLine("month      first package: s   CPU s  peak MB     further package: s  peak MB");
            for (var month = 0; month < months; month++)
            {
                var first = await MakeAsync(programs, store, First.AddMonths(month), "QA0", cancel);
                var further = await MakeAsync(programs, store, First.AddMonths(month), "QA1", cancel);
                Console.WriteLine($"{First.AddMonths(month):yyyy-MM}{first.Elapsed.TotalSeconds,20:N1}{first.Cpu.TotalSeconds,8:N1}{first.PeakBytes / 1e6,9:N0}{further.Elapsed.TotalSeconds,23:N1}{further.PeakBytes / 1e6,9:N0}");
            }
        }
    }

    private static Task<ProgramRun> MakeAsync(BuiltPrograms programs, StoreUnderTest store, DateOnly month, string icb, CancellationToken cancel) => ChildProgram.RunAsync(
        "dotnet",
        [Path.Combine(programs.Folder, "api", "Signposting.Api.dll"), "extracts", "make", "--month", $"{month:yyyy-MM}", "--icb", icb],
        new Dictionary<string, string>(store.Settings) { ["Usage__ExtractsFolder"] = Path.Combine(programs.Folder, $"packages-{store.Name}") },
        cancel);

    private static async Task FillAsync(StoreUnderTest store, int events, int months, int boards, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        await using var opened = await SpatialStore.OpenAsync(store.Options, TimeProvider.System, cancel);
        var chance = new Random(1);
        foreach (var chunk in Enumerable.Range(0, events).Select(number => Event(chance, number, events, months, boards)).Chunk(AtOnce))
            await opened.RecordUsageAsync(chunk, durable: false, cancel);
        Console.WriteLine($"{store.Name}: filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    /// <summary>In the order of time; four events to a contact, as a consultation has.</summary>
    private static UsageEvent Event(Random chance, int number, int events, int months, int boards)
    {
        var contact = number / 4;
        var day = First.AddDays((int)((long)number * (First.AddMonths(months).DayNumber - First.DayNumber) / events));
        var (board, place, kind) = (contact % boards, contact / boards % 160, number % 4);
        return new UsageEvent
        {
            Day = day, Part = PartOfDay.Morning, Client = $"Practice {board}-{place % 80}", Channel = (UsageChannel)(1 + (contact % 3)),
            Kind = kind == 3 ? UsageKind.Signpost : kind == 2 ? UsageKind.View : UsageKind.Search,
            Id = kind == 3 ? $"sp_{number:x16}" : null,
            Conditions = [$"condition-{contact % 7}", $"condition-{contact % 31 + 7}"],
            Activities = [$"https://openactive.io/activity-list#{contact % 200:x8}-0000-0000-0000-000000000000"],
            Provider = kind < 2 ? null : $"Provider {contact % 500}",
            Opportunity = kind < 2 ? null : "op_7h2kq0v9d3mzt5x8",
            Area = new UsageArea { Icb = $"Q{(char)('A' + (board / 10))}{board % 10}", SubIcb = $"{board}S{place % 5}", Msoa = $"E{board:00}{place:000000}", ImdDecile = 1 + (place % 10), Vintage = new UsageVintage(2021, 2024, 2025) },
            Results = kind < 2 ? new UsageResults(20, true, chance.Next(6), false) : null,
            Distance = kind == 2 ? null : (DistanceBand)(1 + (contact % 5)),
            Contact = [.. BitConverter.GetBytes(contact), .. new byte[12]],
        };
    }
}
