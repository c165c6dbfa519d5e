using System.Text.RegularExpressions;

namespace Signposting.Benchmarks.Programs;

/// <summary>The programs under test as they are published, in <c>artifacts/benchmarks</c> of the repository.</summary>
internal sealed partial class BuiltPrograms
{
    private BuiltPrograms(string repository) => Repository = repository;

    public string Repository { get; }

    /// <summary>Where a benchmark may leave files.</summary>
    public string Folder => Path.Combine(Repository, "artifacts", "benchmarks");

    /// <summary>Publishes them, so that what is measured is what the sources say.</summary>
    public static async Task<BuiltPrograms> BuildAsync(CancellationToken cancel)
    {
        var built = new BuiltPrograms(FindRepository());
        Console.WriteLine("Publishing the programs …");
        await ChildProgram.RunAsync(Path.Combine(built.Repository, "eng", "publish.sh"), [built.Folder], null, cancel);
        await built.PublishPublisherAsync(cancel);
        return built;
    }

    /// <summary>What is there already.</summary>
    public static BuiltPrograms AsTheyAre() => new(FindRepository());

    /// <summary>Publishes the sample publisher only.</summary>
    public static async Task<BuiltPrograms> BuildPublisherAsync(CancellationToken cancel)
    {
        var built = new BuiltPrograms(FindRepository());
        await built.PublishPublisherAsync(cancel);
        return built;
    }

    /// <summary>Starts the sample publisher with all its pages rendered, so that no measurement includes rendering.</summary>
    /// <param name="opportunities">How many.</param>
    /// <param name="sessionsEach">Sessions and slots for each, on average.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(ChildProgram Program, Uri DatasetSite)> StartPublisherAsync(int opportunities, int sessionsEach, CancellationToken cancel)
    {
        Console.WriteLine($"Rendering {opportunities:N0} made-up opportunities with {sessionsEach} sessions each …");
        return await ChildProgram.StartListeningAsync(
            "dotnet",
            [
                Path.Combine(Folder, "sample", "Feeds.Sample.dll"), "--urls", "http://127.0.0.1:0", "--render-first",
                "--opportunities", $"{opportunities}", "--sessions-per-opportunity", $"{sessionsEach}", "--parent", $"{Environment.ProcessId}",
            ],
            new Dictionary<string, string>(),
            DatasetSite(),
            cancel);
    }

    public async Task<(ChildProgram Program, Uri Address)> StartApiAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel) =>
        await ChildProgram.StartListeningAsync("dotnet", [Path.Combine(Folder, "api", "Signposting.Api.dll")], settings, Listening(), cancel);

    /// <summary>Harvests a dataset site to the last page of each feed.</summary>
    public Task<ProgramRun> HarvestAsync(Uri datasetSite, IReadOnlyDictionary<string, string> settings, CancellationToken cancel) =>
        ChildProgram.RunAsync(
            Path.Combine(Folder, "entrypoint.sh"),
            ["harvester", "harvest", datasetSite.AbsoluteUri],
            new Dictionary<string, string>(settings)
            {
                ["Feeds__TrustedOrigins__0"] = datasetSite.GetLeftPart(UriPartial.Authority),
                ["Vocabularies__ActivityList"] = ActivityList(),
            },
            cancel);

    // The harvester waits some seconds for the activity list; a machine without internet would measure that.
    public string ActivityList()
    {
        var data = Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") ?? Path.Combine(Repository, "..", "shared", "data");
        var file = Path.GetFullPath(Path.Combine(data, "vocabularies", "activity-list.jsonld"));
        return File.Exists(file) ? file : "https://openactive.io/activity-list/activity-list.jsonld";
    }

    private async Task PublishPublisherAsync(CancellationToken cancel) => await ChildProgram.RunAsync(
        "dotnet", ["publish", Path.Combine(Repository, "src", "Feeds.Sample"), "-c", "Release", "-o", Path.Combine(Folder, "sample"), "-v", "quiet", "--nologo"], null, cancel);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Signposting.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new BenchmarkException("The benchmarks run from inside their repository.");
    }

    [GeneratedRegex(@"dataset site (http://\S+)")]
    private static partial Regex DatasetSite();

    [GeneratedRegex(@"(?:Now listening on:|Serving) (http://\S+)")]
    private static partial Regex Listening();
}
