namespace Feeds.Harvester.Progress;

/// <summary>How far a feed has come in this run of the program.</summary>
public enum FeedStage
{
    /// <summary>Known, and waiting for its turn.</summary>
    Queued,

    /// <summary>Being read.</summary>
    Reading,

    /// <summary>Read to its last page at least once, and in order since.</summary>
    AtEnd,

    /// <summary>Its last turn failed; <see cref="FeedProgress.Fault"/> says why.</summary>
    Failed,

    /// <summary>It left its dataset site and is read no longer.</summary>
    Left,
}
