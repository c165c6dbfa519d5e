using System.Globalization;
using System.Text.Json;
using Signposting.Benchmarks.Filling;
using Signposting.Benchmarks.Programs;

namespace Signposting.Benchmarks.Harvesting;

/// <summary>
/// Our harvester, with everything parsed, normalised and committed, beside the npm package that the community uses,
/// which reads the same pages and stores nothing. The runs alternate, so that a busy machine troubles both.
/// </summary>
internal static class HarvestBenchmark
{
    private const string Theirs = "harvesting-utils";

    public static async Task RunAsync(BenchmarkOptions options, CancellationToken cancel)
    {
        var programs = await BuiltPrograms.BuildAsync(cancel);
        var npm = await InstallAsync(programs, cancel);
        foreach (var sessions in options.Words("sessions", "0,10"))
        {
            var sessionsEach = int.Parse(sessions, CultureInfo.InvariantCulture);
            var opportunities = options.Number("opportunities", sessionsEach == 0 ? 50_000 : 20_000);
            var (publisher, datasetSite) = await programs.StartPublisherAsync(opportunities, sessionsEach, cancel);
            await using (publisher)
            {
                var runs = new List<HarvestRun>();
                for (var round = 0; round < options.Number("rounds", 3); round++)
                {
                    var theirs = await TheirsAsync(npm, datasetSite, cancel);
                    runs.Add(theirs);
                    runs.AddRange(await OursAsync(programs, datasetSite, theirs.Items, options.Words("engines", "sqlite"), cancel));
                }

                HarvestReport.Print(runs, Theirs);
            }
        }
    }

    private static async Task<string> InstallAsync(BuiltPrograms programs, CancellationToken cancel)
    {
        var folder = Path.Combine(programs.Repository, "tests", "Signposting.Benchmarks", "harvesting-utils");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await ChildProgram.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--prefix", folder], null, cancel);
        return Path.Combine(folder, "harvest.js");
    }

    private static async Task<HarvestRun> TheirsAsync(string script, Uri datasetSite, CancellationToken cancel)
    {
        var run = await ChildProgram.RunAsync("node", [script, datasetSite.AbsoluteUri], null, cancel);
        using var json = JsonDocument.Parse(run.Output);
        return HarvestReport.Note(new HarvestRun(Theirs, json.RootElement.GetProperty("items").GetInt64(), run));
    }

    private static async Task<IReadOnlyList<HarvestRun>> OursAsync(BuiltPrograms programs, Uri datasetSite, long published, IReadOnlyList<string> engines, CancellationToken cancel)
    {
        var runs = new List<HarvestRun>();
        foreach (var store in await StoreUnderTest.EmptyAsync(engines, programs.Folder, "harvest", cancel))
        {
            var run = await programs.HarvestAsync(datasetSite, store.Settings, cancel);
            // Tombstones of items that were never held leave nothing, nor do sessions that were over earlier today; nearly all of the rest must be there.
            var held = (await store.CountItemsAsync(cancel)).Values.Sum();
            if (held < published * 0.95)
                throw new BenchmarkException($"Of {published} items only {held} are held:\n{run.Output}");
            runs.Add(HarvestReport.Note(new HarvestRun($"Signposting, {store.Name}", published, run)));
        }

        return runs;
    }
}
