namespace Feeds.Sample.Rpde;

/// <summary>A page as it stood when it was asked for, whatever changes afterwards.</summary>
internal readonly record struct FeedPage
{
    /// <summary>The query of its <c>next</c>; null when it is the page after the last item, which names itself.</summary>
    public required string? Cursor { get; init; }

    /// <summary>Whether more follows it.</summary>
    public required bool IsFull { get; init; }

    /// <summary>Bytes of its items, as a JSON array.</summary>
    public required int Length { get; init; }

    /// <summary>Where in the <see cref="PageSpool"/> they are kept; nowhere when they are <see cref="Rendered"/>.</summary>
    public long Offset { get; init; }

    /// <summary>Its items, when they are not kept.</summary>
    public byte[]? Rendered { get; init; }
}
