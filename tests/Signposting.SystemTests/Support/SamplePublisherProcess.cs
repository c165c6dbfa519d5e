namespace Signposting.SystemTests.Support;

/// <summary>The sample publisher on a free port.</summary>
public sealed class SamplePublisherProcess : IAsyncDisposable
{
    private readonly RealProgram program;

    private SamplePublisherProcess(RealProgram program, string origin) => (this.program, Origin) = (program, origin);

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    public string DatasetSite => $"{Origin}/openactive";

    public string ActivityList => $"{Origin}/no-activity-list";

    /// <summary>Starts it; its sessions begin in the days to come, so that none is over while a test runs.</summary>
    public static async Task<SamplePublisherProcess> StartAsync(int opportunities, int pageSize)
    {
        var firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        var program = RealProgram.Start(
            "Feeds.Sample", Path.GetTempPath(), "--urls", "http://127.0.0.1:0", "--opportunities", $"{opportunities}", "--page-size", $"{pageSize}",
            "--seed", "7", "--today", $"{firstDay:yyyy-MM-dd}", "--parent", $"{Environment.ProcessId}", "--render-first");
        var line = await program.FirstLine;
        var start = line.IndexOf("http://", StringComparison.Ordinal);
        return new SamplePublisherProcess(program, line[start..line.IndexOf(' ', start)]);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
