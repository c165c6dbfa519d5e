using System.Globalization;
using System.Text;
using Xunit;

namespace Signposting.SystemTests.Hostile;

/// <summary>
/// The real harvester against publishers that attack it: each harms only its own feed, is named, and costs no more than
/// 300 MB; the honest feed beside it is complete. See the README of this project for how to run all of them.
/// </summary>
public sealed class AttackTests
{
    private const string Variable = "SIGNPOSTING_ATTACKS";
    private const string Skipped = $"takes some minutes; set {Variable} to all, or to the names of attacks";

    private static readonly string[] Wanted = Environment.GetEnvironmentVariable(Variable)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static readonly Dictionary<string, Attack[]> Families = new()
    {
        ["paging"] = [.. PagingAttacks.All],
        ["http"] = [.. HttpAttacks.All],
        ["bodies"] = [.. BodyAttacks.All],
        ["items"] = [.. ItemAttacks.All],
        ["sources"] = [.. SourceAttacks.All],
    };

    private static readonly Attack[] All = [.. Families.Values.SelectMany(family => family)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("paging", "sqlite")]
    [InlineData("http", "sqlite")]
    [InlineData("bodies", "sqlite")]
    [InlineData("items", "sqlite")]
    [InlineData("items", "postgis")]
    [InlineData("sources", "sqlite")]
    public async Task Attacked_in_many_ways_at_once_it_names_each_and_completes_the_honest_feed(string family, string engine)
    {
        var run = await AttackRun.OfAsync(engine, [.. Families[family].Where(attack => !attack.IsSlow)], Cancel);

        Print($"{run.Attacks.Count} attacks at once, {family}, {engine}", [run]);
        AssertHarmless([run]);
    }

    /// <summary>By one program, as a harvester meets them that has to do with several such publishers.</summary>
    [Fact]
    public async Task Attacked_by_all_of_them_at_once_it_stays_within_its_memory()
    {
        Assert.SkipUnless(Wanted is ["all"] or ["at-once"], Skipped);
        var run = await AttackRun.OfAsync("sqlite", [.. All.Where(attack => !attack.IsSlow)], Cancel);

        Print("All families at once", [run]);
        AssertHarmless([run]);
    }

    [Fact]
    public async Task Attacked_by_one_after_another_it_withstands_each()
    {
        var attacks = WantedOf(All.Where(attack => !attack.IsSlow));
        List<AttackRun> runs = [await AttackRun.OfAsync("sqlite", [], Cancel)];
        foreach (var attack in attacks)
            runs.Add(await AttackRun.OfAsync("sqlite", [attack], Cancel));

        Print("Each attack by itself", runs);
        AssertHarmless(runs);
    }

    [Theory]
    [InlineData("a-page-full-of-sessions")]
    [InlineData("one-id-ten-thousand-times")]
    [InlineData("gigabyte-item")]
    public async Task Attacked_by_the_hungriest_in_every_place_it_stays_within_its_memory(string name)
    {
        Assert.SkipUnless(Wanted is ["all"], Skipped);
        var hungriest = Array.Find(All, attack => attack.Name == name)!;
        var run = await AttackRun.OfAsync("sqlite", [.. Enumerable.Range(1, 12).Select(number => hungriest with { Name = $"{name}-{number}" })], Cancel);

        Print($"{name} by 12 feeds at once", [run]);
        AssertHarmless([run]);
    }

    [Fact]
    public async Task Attacked_slowly_it_gives_up_and_the_honest_feed_has_long_been_read()
    {
        var attacks = WantedOf(All.Where(attack => attack.IsSlow));
        var runs = await Task.WhenAll(attacks.Select(attack => AttackRun.OfAsync("sqlite", [attack], Cancel)));

        Print("Slow attacks, side by side", runs);
        AssertHarmless(runs);
        Assert.All(runs, run => Assert.True(run.Took.Honest < run.Took.Whole / 2, run.Output));
    }

    private static List<Attack> WantedOf(IEnumerable<Attack> attacks)
    {
        List<Attack> wanted = [.. attacks.Where(attack => Wanted is ["all"] || Wanted.Contains(attack.Name))];
        Assert.SkipUnless(wanted.Count > 0, Skipped);
        return wanted;
    }

    private static void AssertHarmless(IEnumerable<AttackRun> runs)
    {
        string[] harm = [.. runs.SelectMany(run => run.Harm())];
        Assert.True(harm.Length == 0, string.Join('\n', harm));
    }

    private static void Print(string title, IEnumerable<AttackRun> runs)
    {
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{title}\n\n{"attack",-32} {"peak MB",8} {"seconds",8} {"honest",8}\n");
        foreach (var run in runs)
        {
            var name = run.Attacks.Count switch { 0 => "none", 1 => run.Attacks[0].Name, _ => "all" };
            table.Append(CultureInfo.InvariantCulture, $"{name,-32} {run.PeakBytes / 1048576.0,8:N0} {run.Took.Whole.TotalSeconds,8:N1} {run.Took.Honest.TotalSeconds,8:N1}\n");
        }

        TestContext.Current.SendDiagnosticMessage("{0}", table);
    }
}
