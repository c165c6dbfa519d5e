using Microsoft.Data.Sqlite;
using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Demo;

/// <summary>Keeps made-up data and real data apart.</summary>
internal static class DemoStore
{
    private const string Mark = "api/demo";

    /// <summary>
    /// The demo's own file is begun afresh: its publisher gets another port each time, and what the last one published
    /// would stand beside the new.
    /// </summary>
    public static void Prepare(ApiSettings settings)
    {
        if (!settings.OwnDemoFile)
            return;
        var file = FileOf(settings);
        foreach (var part in ((string[])[file, file + "-wal", file + "-shm"]).Where(File.Exists))
            File.Delete(part);
    }

    /// <summary>The file of the demo that brings its own.</summary>
    public static string FileOf(ApiSettings settings) => new SqliteConnectionStringBuilder(settings.Shared.Store.Connection).DataSource;

    /// <summary>Whether what it holds is made up.</summary>
    public static async Task<bool> IsDemoAsync(SpatialStore store, CancellationToken cancel) => await store.ReadDocumentAsync(Mark, cancel) is not null;

    /// <summary>A sentence when this store is not for this data; null when it is. Marks the store of a demo.</summary>
    public static async Task<string?> ObjectionAsync(SpatialStore store, bool demo, CancellationToken cancel)
    {
        if (!demo)
            return await IsDemoAsync(store, cancel) ? "Store:Connection: this store holds the made-up data of a demo; name another one." : null;
        if ((await store.ListFeedsAsync(cancel)).Count > 0)
            return "--demo: Store:Connection names a store that holds data already; leave it out, or name an empty one.";
        await store.WriteDocumentAsync(Mark, "made up"u8.ToArray(), cancel);
        return null;
    }
}
