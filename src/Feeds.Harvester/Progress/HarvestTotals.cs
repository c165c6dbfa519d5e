namespace Feeds.Harvester.Progress;

/// <summary>All feeds together, at one moment.</summary>
public sealed record HarvestTotals
{
    /// <summary>Feeds that are read; those that left their dataset site are not counted.</summary>
    public required int Feeds { get; init; }

    /// <summary>Feeds that have been read to the end.</summary>
    public required int AtEnd { get; init; }

    /// <summary>Feeds whose last turn failed, and sources that could not be read.</summary>
    public required int Faults { get; init; }

    public required long Pages { get; init; }

    public required long Items { get; init; }

    public required long Kept { get; init; }

    public required long Unchanged { get; init; }

    public required long Deleted { get; init; }

    public required long Over { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Rejected items by reason, most frequent first.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Rejected { get; init; }

    /// <summary>Items repaired while they were read, by the code of the repair, most frequent first.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Repaired { get; init; }

    internal static HarvestTotals Of(IReadOnlyList<FeedProgress> feeds, int sourceProblems) => new()
    {
        Feeds = feeds.Count(feed => feed.Stage is not FeedStage.Left),
        AtEnd = feeds.Count(feed => feed.Stage is FeedStage.AtEnd),
        Faults = sourceProblems + feeds.Count(feed => feed.Stage is FeedStage.Failed),
        Pages = feeds.Sum(feed => feed.Pages),
        Items = feeds.Sum(feed => feed.Items),
        Kept = feeds.Sum(feed => feed.Kept),
        Unchanged = feeds.Sum(feed => feed.Unchanged),
        Deleted = feeds.Sum(feed => feed.Deleted),
        Over = feeds.Sum(feed => feed.Over),
        Bytes = feeds.Sum(feed => feed.Bytes),
        Rejected = Summed(feeds.Select(feed => feed.Rejected)),
        Repaired = Summed(feeds.Select(feed => feed.Repaired)),
    };

    private static KeyValuePair<string, long>[] Summed(IEnumerable<IReadOnlyDictionary<string, long>> counts) =>
    [
        .. counts.SelectMany(count => count)
            .GroupBy(count => count.Key, count => count.Value, (key, values) => KeyValuePair.Create(key, values.Sum()))
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal),
    ];
}
