using Signposting.Store.Postgis;
using Signposting.Store.Sqlite;

namespace Signposting.Store;

/// <summary>The engine that the settings name.</summary>
internal static class Engines
{
    public static IEngine Create(StoreOptions options) => options.Engine switch
    {
        StoreEngine.Sqlite => new SqliteEngine(options.Connection),
        _ => new PostgisEngine(options.Connection),
    };
}
