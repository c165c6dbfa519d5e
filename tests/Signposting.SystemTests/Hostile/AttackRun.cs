using Signposting.Store;
using Signposting.Store.Feeds;
using Signposting.SystemTests.Support;

namespace Signposting.SystemTests.Hostile;

/// <summary>What became of a harvest, by the real program, of a dataset whose feeds attack.</summary>
internal sealed record AttackRun
{
    /// <summary>No attack may drive the harvester beyond this.</summary>
    public const long MostBytes = 300L * 1024 * 1024;

    public required IReadOnlyList<Attack> Attacks { get; init; }

    public required int ExitCode { get; init; }

    public required long PeakBytes { get; init; }

    /// <summary>From the start of the program to its end, and to the last page of the honest feed.</summary>
    public required (TimeSpan Whole, TimeSpan Honest) Took { get; init; }

    /// <summary>What the program printed; at its end the table of what did not get there.</summary>
    public required string Output { get; init; }

    /// <summary>The feeds as <c>status</c> and <c>/v1/feeds</c> show them, by URL.</summary>
    public required IReadOnlyDictionary<string, FeedStatus> Feeds { get; init; }

    /// <summary>The URL of each attack.</summary>
    public required Func<Attack, string> Url { get; init; }

    /// <summary>Harvests once, with nothing but the honest feed beside the attacks.</summary>
    public static async Task<AttackRun> OfAsync(string engine, IReadOnlyList<Attack> attacks, CancellationToken cancel)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var certificate = new HostileCertificate();
        await using var publisher = HostilePublisher.Start(attacks, certificate.Certificate);
        var started = TimeProvider.System.GetTimestamp();
        await using var harvest = RunningProgram.StartBuilt(
            "Feeds.Harvester",
            [
                "harvest", publisher.DatasetSite, .. attacks.Where(attack => attack.IsSource).Select(publisher.Url),
                "--Feeds:TrustedOrigins", $"{publisher.Origin} {publisher.SecureOrigin}", "--Store:Engine", store.Engine, "--Store:Connection", store.Connection,
                "--Vocabularies:ActivityList", "no-such-list.jsonld",
            ],
            certificate.TrustingEnvironment);
        var (exitCode, peak) = await harvest.ExitWithPeakAsync(cancel);
        var whole = TimeProvider.System.GetElapsedTime(started);
        return new AttackRun
        {
            Attacks = attacks,
            ExitCode = exitCode,
            PeakBytes = peak,
            Took = (whole, TimeProvider.System.GetElapsedTime(started, publisher.LastHeard(HonestFeed.Attack))),
            Output = harvest.Output,
            Feeds = await FeedsAsync(store, cancel),
            Url = publisher.Url,
        };
    }

    /// <summary>What the attacks did beyond harming themselves; empty when all is well.</summary>
    public IEnumerable<string> Harm()
    {
        var honest = Feeds.GetValueOrDefault(Url(HonestFeed.Attack));
        if (honest is not { State: FeedState.Waiting, ItemsHeld: HonestFeed.Items, Rejected.Count: 0 })
            yield return $"The honest feed is not complete: {Shown(honest)}";
        if (ExitCode != (Attacks.Any(attack => attack.Faults.Length > 0) ? 1 : 0))
            yield return $"It ended with {ExitCode}: {Output}";
        if (PeakBytes > MostBytes || (OperatingSystem.IsLinux() && PeakBytes == 0))
            yield return $"It held {PeakBytes} bytes while {string.Join(", ", Attacks.Select(attack => attack.Name))}";
        foreach (var attack in Attacks)
        {
            if (!IsNamed(attack))
                yield return $"{attack.Name} is not in what it printed under {string.Join(" or ", attack.Faults)}";
            if (!attack.IsSource && !IsAsExpected(attack, Feeds.GetValueOrDefault(Url(attack))))
                yield return $"{attack.Name}: {Shown(Feeds.GetValueOrDefault(Url(attack)))}";
        }
    }

    private static async Task<IReadOnlyDictionary<string, FeedStatus>> FeedsAsync(TestStore store, CancellationToken cancel)
    {
        var options = new StoreOptions(store.Engine == "sqlite" ? StoreEngine.Sqlite : StoreEngine.Postgis, store.Connection);
        await using var opened = await SpatialStore.OpenAsync(options, TimeProvider.System, cancel);
        return (await opened.ListFeedsAsync(cancel)).ToDictionary(feed => feed.Url, StringComparer.Ordinal);
    }

    private static string Shown(FeedStatus? feed) => feed is null
        ? "not known" : $"{feed.State} {feed.Fault}, {feed.ItemsHeld} held, rejected: {string.Join(", ", feed.Rejected)}";

    private static bool IsAsExpected(Attack attack, FeedStatus? feed) => feed is not null
        && (attack.Faults.Length > 0 ? feed.State == FeedState.Error && attack.Faults.Contains(feed.Fault?.Code) : feed is { State: FeedState.Waiting, Fault: null })
        && feed.ItemsHeld == attack.Held
        && attack.Rejected.ToHashSet().SetEquals(feed.Rejected.Select(count => count.Reason));

    private bool IsNamed(Attack attack) => attack.Faults.Length == 0 || Output.Split('\n').Any(line =>
        line.Contains(attack.Path, StringComparison.Ordinal) && attack.Faults.Any(fault => line.Contains(fault, StringComparison.Ordinal)));
}
