namespace Feeds.Harvester.Progress;

/// <summary>Why no feed is read at the moment.</summary>
/// <param name="Code"><c>store-full</c> or <c>store-away</c>.</param>
/// <param name="Text">What is wrong and what an operator can do, in a sentence or two.</param>
/// <param name="Since">When it began.</param>
public sealed record HarvestPause(string Code, string Text, DateTimeOffset Since)
{
    /// <summary>The disk of the store is full.</summary>
    public const string Full = "store-full";

    /// <summary>The server of the store cannot be reached.</summary>
    public const string Away = "store-away";
}
