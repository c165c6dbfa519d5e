using Feeds.Harvester.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>An item of a page that keeps the rules of RPDE.</summary>
/// <param name="Id">Unique in its feed and nowhere else. An integer id is its decimal text, so 1 and "1" are the same.</param>
/// <param name="Modified">The version.</param>
/// <param name="State">Whether the item still exists.</param>
/// <param name="Kind">As sent; null when absent. The type in the data decides, not this.</param>
/// <param name="Data">The JSON object of <c>data</c> as it was sent; empty when deleted. It points into the page and is
/// valid until the page is disposed. It is well-formed UTF-8 and JSON, but escapes in it may be lone surrogates.</param>
public readonly record struct RpdeItem(string Id, Modified Modified, ItemState State, string? Kind, ReadOnlyMemory<byte> Data)
{
    /// <summary>The data as it was read with the page, valid as long as that; undefined where it is still to be read.</summary>
    internal JsonValue Json { get; init; }
}
