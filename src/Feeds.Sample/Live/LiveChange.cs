namespace Feeds.Sample.Live;

/// <summary>What happens to an item while the publisher runs.</summary>
internal enum ChangeKind
{
    /// <summary>Something in it is different, such as how many places are left.</summary>
    Updated,

    /// <summary>It is called off: a session's status says so.</summary>
    Cancelled,

    /// <summary>It is gone; a tombstone stands for it.</summary>
    Deleted,
}

/// <summary>A change of one item of a feed.</summary>
/// <param name="Number">The number of the change among all of the publisher, from 1 on.</param>
/// <param name="Position">The position at which the item stood when the publisher started.</param>
/// <param name="Kind">What happened.</param>
internal readonly record struct LiveChange(long Number, int Position, ChangeKind Kind);
