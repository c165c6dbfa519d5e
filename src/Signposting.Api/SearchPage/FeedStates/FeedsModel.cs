using Feeds.Harvester.Progress;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.FeedStates;

/// <summary>How all feeds are doing.</summary>
public sealed record FeedsModel
{
    public required bool IsStoreOpen { get; init; }

    /// <summary>Null: another program harvests.</summary>
    public HarvestModel? Harvest { get; init; }

    /// <summary>Those with problems first, then by name.</summary>
    public required IReadOnlyList<PublisherModel> Publishers { get; init; }

    public int FeedCount => Publishers.Sum(publisher => publisher.Feeds.Count);

    public int ProblemCount => Publishers.Sum(publisher => publisher.Problems);

    public long Items => Publishers.Sum(publisher => publisher.Feeds.Sum(feed => feed.Items));
}

/// <summary>A dataset and its feeds.</summary>
/// <param name="Dataset">Its site; null: it has no address of the web.</param>
public sealed record PublisherModel(string Name, string? Dataset, IReadOnlyList<FeedLine> Feeds)
{
    public int Problems => Feeds.Count(feed => feed.IsProblem);
}

/// <summary>A feed.</summary>
/// <param name="Notice">What is wrong with it; null: nothing.</param>
public sealed record FeedLine(string Kind, string State, string TagClass, bool IsProblem, string LastReached, long Items, long Rejected, string? Notice);

/// <summary>What the harvester of this process has done since it started.</summary>
/// <param name="Running">"Reading 12 of 340 feeds"; or that all are read.</param>
/// <param name="Problems">Sources that cannot be read, each a sentence.</param>
public sealed record HarvestModel(string Running, long Items, long Rejected, IReadOnlyList<string> Problems)
{
    private const int MostProblems = 20;

    internal static HarvestModel Of(HarvestProgress progress)
    {
        var totals = progress.Totals();
        var running = progress.WaitsFor
            ?? (progress.IsDiscovering ? $"Looking for feeds; {totals.Feeds:N0} found so far, {totals.AtEnd:N0} of them read to the end."
                : totals.Feeds == 0 ? "No feed is known yet."
                : totals.AtEnd == totals.Feeds ? $"All {totals.Feeds:N0} feeds are read to the end, and looked at again every few seconds."
                : $"{totals.AtEnd:N0} of {totals.Feeds:N0} feeds are read to the end.");
        return new HarvestModel(
            running, totals.Items, totals.Rejected.Sum(reason => reason.Value),
            [.. progress.SourceProblems.Take(MostProblems).Select(problem => $"{PublisherText.Line(problem.Url)}: {problem.Fault.Text}")]);
    }
}
