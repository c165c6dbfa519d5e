namespace Signposting.Benchmarks.Harvesting;

/// <summary>Prints runs as they end, and at the end the medians side by side.</summary>
internal static class HarvestReport
{
    private const string Header = "                          items     items/s   CPU s/100k   peak MB";

    public static HarvestRun Note(HarvestRun run)
    {
        Console.WriteLine(Line(run.Who, run.Items, run.ItemsPerSecond, run.CpuSecondsPer100k, run.Run.PeakBytes));
        return run;
    }

    public static void Print(IReadOnlyList<HarvestRun> runs, string baseline)
    {
        Console.WriteLine($"\nmedian of {runs.Count(run => run.Who == baseline)}\n{Header}");
        var groups = runs.GroupBy(run => run.Who).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var (who, group) in groups)
            Console.WriteLine(Line(who, group[0].Items, Median(group, run => run.ItemsPerSecond), Median(group, run => run.CpuSecondsPer100k), group.Max(run => run.Run.PeakBytes)));
        foreach (var (who, group) in groups.Where(group => group.Key != baseline))
            Console.WriteLine($"{who}: {Median(group, run => run.ItemsPerSecond) / Median(groups[baseline], run => run.ItemsPerSecond):F1} times {baseline}");
        Console.WriteLine();
    }

    private static string Line(string who, long items, double perSecond, double cpu, long peak) =>
        $"{who,-22}{items,11:N0}{perSecond,12:N0}{cpu,13:F2}{peak / 1048576.0,10:N0}";

    private static double Median(IEnumerable<HarvestRun> runs, Func<HarvestRun, double> value)
    {
        var sorted = runs.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
