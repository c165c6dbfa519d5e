using System.Diagnostics;
using Signposting.Suitability;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;

namespace Signposting.Benchmarks.Suiting;

/// <summary>
/// Verdicts on one core: for every activity, and for as many records whose words move them, with three conditions;
/// then the reasons, the reading of a record, and the loading of the rules.
/// </summary>
internal static class SuitBenchmark
{
    public static Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var rounds = options.Number("rounds", 2_000);
        var loading = Stopwatch.StartNew();
        var rules = Rules.Load();
        Console.WriteLine($"load the rules        {loading.Elapsed.TotalMilliseconds,10:0.0} ms");

        var conditions = rules.Conditions.Read(["falls", "type-2-diabetes", "hypertension"]).Set!;
        RecordKey[] plain = [.. rules.Profiles.Activities.Select(activity => rules.KeyOf(activity.Id))];
        RecordWords[] records = [.. rules.Profiles.Activities.Select(activity => new RecordWords { Activities = [activity.Id], Name = "Gentle chair class for beginners", Description = Description })];
        RecordKey[] moved = [.. records.Select(record => rules.Read(record))];

        Measure("verdict, activity", rounds, plain.Length, () => Judge(rules, plain, conditions), cancel);
        Measure("verdict, with words", rounds, moved.Length, () => Judge(rules, moved, conditions), cancel);
        Measure("reasons and cautions", Math.Max(1, rounds / 100), moved.Length, () => Array.ForEach(moved, key => rules.Assess(key, conditions)), cancel);
        Measure("activity sets", Math.Max(1, rounds / 100), 1, () => rules.ActivitySets(conditions), cancel);
        Measure("read a record (1 KB)", Math.Max(1, rounds / 100), records.Length, () => Array.ForEach(records, record => rules.Read(record)), cancel);
        return Task.CompletedTask;
    }

    private static string Description => string.Concat(Enumerable.Repeat("A friendly class in the main hall, everybody is welcome, bring a drink. ", 14));

    private static void Judge(Rules rules, RecordKey[] keys, ConditionSet conditions)
    {
        foreach (var key in keys)
        {
            rules.VerdictOf(key, conditions);
        }
    }

    private static void Measure(string what, int rounds, int each, Action action, CancellationToken cancel)
    {
        action();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
        {
            cancel.ThrowIfCancellationRequested();
            action();
        }

        Console.WriteLine($"{what,-22}{watch.Elapsed.TotalMicroseconds * 1000 / rounds / each,10:0} ns");
    }
}
