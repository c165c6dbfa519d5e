namespace Signposting.SystemTests.Support;

/// <summary>The sample publisher on a free port.</summary>
public sealed class SamplePublisherProcess : IAsyncDisposable
{
    private readonly RunningProgram program;

    private SamplePublisherProcess(RunningProgram program, Uri address) => (this.program, Origin) = (program, address.GetLeftPart(UriPartial.Authority));

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    public string DatasetSite => $"{Origin}/openactive";

    public string ActivityList => $"{Origin}/no-activity-list";

    /// <summary>Starts it; its sessions begin in the days to come, so that none is over while a test runs.</summary>
    public static async Task<SamplePublisherProcess> StartAsync(int opportunities, int pageSize, CancellationToken cancel)
    {
        var firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        var program = RunningProgram.StartBuilt(
            "Feeds.Sample",
            [
                "--urls", "http://127.0.0.1:0", "--opportunities", $"{opportunities}", "--page-size", $"{pageSize}",
                "--seed", "7", "--today", $"{firstDay:yyyy-MM-dd}", "--parent", $"{Environment.ProcessId}", "--render-first",
            ]);
        return new SamplePublisherProcess(program, await program.ListeningAsync(cancel));
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
