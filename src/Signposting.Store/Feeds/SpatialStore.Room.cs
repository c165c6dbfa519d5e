using System.Security.Cryptography;

namespace Signposting.Store;

/// <summary>Whether there is room to write.</summary>
public sealed partial class SpatialStore
{
    private const string RoomDocument = "room";
    private const int PageOfItems = 1024 * 1024;

    /// <summary>Writes about as much as a page of items, and takes it away again.</summary>
    /// <exception cref="StoreException">There is no room for it, or the store cannot be reached.</exception>
    public async Task TryRoomAsync(CancellationToken cancel)
    {
        // Bytes that no engine can compress.
        await WriteDocumentAsync(RoomDocument, RandomNumberGenerator.GetBytes(PageOfItems), cancel).ConfigureAwait(false);
        await WriteDocumentAsync(RoomDocument, ReadOnlyMemory<byte>.Empty, cancel).ConfigureAwait(false);
    }
}
