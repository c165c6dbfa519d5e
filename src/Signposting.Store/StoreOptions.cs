namespace Signposting.Store;

public enum StoreEngine
{
    Sqlite,
    Postgis,
}

/// <summary>The settings <c>Store:Engine</c> and <c>Store:Connection</c>.</summary>
/// <param name="Connection">Connection string of the engine.</param>
public sealed record StoreOptions(StoreEngine Engine, string Connection)
{
    public const string DefaultConnection = "Data Source=data/signposting.db";

    /// <summary>People wait for what is asked: a server that hangs is told of within two seconds. Otherwise it is waited for, as whoever harvests wants.</summary>
    public bool TellsSoonWhenAway { get; init; }
}
