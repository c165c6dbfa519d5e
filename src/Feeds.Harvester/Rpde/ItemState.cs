namespace Feeds.Harvester.Rpde;

/// <summary>RPDE's two states of an item.</summary>
public enum ItemState
{
    /// <summary>The item exists, with the data that comes with it.</summary>
    Updated,

    /// <summary>The item exists no longer; it has no data.</summary>
    Deleted,
}
