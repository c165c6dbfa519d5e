using System.Text.Json;
using System.Text.Json.Serialization;
using Signposting.Store;

namespace Feeds.Harvester.Progress;

/// <summary>
/// What the harvester leaves in the store about sources that it cannot read, so that a service in another process can tell of them.
/// Feeds have rows of their own; a dataset site that never answered has none.
/// </summary>
public sealed class SourceNotes
{
    private const string Document = "source-problems";

    private readonly SpatialStore store;
    private byte[]? written;

    internal SourceNotes(SpatialStore store) => this.store = store;

    /// <summary>What the harvester wrote last, ordered by URL; empty when all could be read, or none has ever run.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public static async Task<IReadOnlyList<SourceProblem>> ReadAsync(SpatialStore store, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.ReadDocumentAsync(Document, cancel) is { Length: > 0 } text
            ? JsonSerializer.Deserialize(text, SourceNotesJson.Default.IReadOnlyListSourceProblem) ?? []
            : [];
    }

    /// <summary>Writes them when they differ from what was written last.</summary>
    internal async Task WriteAsync(IReadOnlyList<SourceProblem> problems, CancellationToken cancel)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(problems, SourceNotesJson.Default.IReadOnlyListSourceProblem);
        if (written is { } before && text.AsSpan().SequenceEqual(before))
            return;
        try
        {
            await store.WriteDocumentAsync(Document, text, cancel);
            written = text;
        }
        catch (StoreException)
        {
            // The walk through the sources goes on; a store that takes nothing is told of by itself.
        }
    }
}

[JsonSerializable(typeof(IReadOnlyList<SourceProblem>))]
internal sealed partial class SourceNotesJson : JsonSerializerContext;
