namespace Feeds.Harvester.Harvesting;

/// <summary>How a feed's turn came to its end.</summary>
internal enum TurnEnd
{
    /// <summary>The last page was reached.</summary>
    LastPage,

    /// <summary>It has gone on for long enough, and others wait. It goes on in a later turn.</summary>
    Paused,

    /// <summary>Another harvester has moved the cursor.</summary>
    MovedOn,

    /// <summary>The store takes nothing, whichever feed it comes from. It goes on where it was once the store does again.</summary>
    Held,

    /// <summary>It failed.</summary>
    Fault,
}

/// <summary>What came of a feed's turn.</summary>
/// <param name="NextTry">When it should have its next one.</param>
/// <param name="ItemsRead">Items of all its pages.</param>
internal sealed record FeedTurn(TurnEnd End, DateTimeOffset NextTry, long ItemsRead);
