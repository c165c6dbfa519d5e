using System.Globalization;
using System.Text;
using Signposting.Store;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>One walk over all that is kept of one kind, in small steps.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="document">Where it stands what was last read again, and how far: <c>directory/version</c>, then <c>@</c> and the last row while it runs.</param>
/// <param name="read">The next ones after a row.</param>
/// <param name="again">Reads them again, and tells how many are different.</param>
internal sealed class ReplayPass<T>(
    SpatialStore store,
    string document,
    Func<long, CancellationToken, Task<IReadOnlyList<T>>> read,
    Func<IReadOnlyList<T>, CancellationToken, Task<int>> again)
    where T : Kept
{
    public async Task<bool> IsDoneAsync(string wanted, CancellationToken cancel) => await ToldAsync(cancel) == wanted;

    public async Task<(long Read, long Changed)> RunAsync(string wanted, CancellationToken cancel)
    {
        var told = await ToldAsync(cancel);
        var isResumed = told.StartsWith(wanted + "@", StringComparison.Ordinal);
        var after = isResumed ? long.Parse(told.AsSpan(wanted.Length + 1), CultureInfo.InvariantCulture) : 0;
        var (count, changed) = (0L, 0L);
        // A run that is stopped between a step and its note does that step again, finds nothing different, and has to count all the same.
        await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{wanted}@{after}"), cancel);
        while (await read(after, cancel) is { Count: > 0 } kept)
        {
            (count, changed, after) = (count + kept.Count, changed + await again(kept, cancel), kept[^1].Id);
            await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{wanted}@{after}"), cancel);
        }

        // What a session states places the series of another feed; and what was different before a walk was broken off is not known any more.
        if (changed > 0 || isResumed)
            await store.CountFeedsAsync([.. (await store.ListFeedsAsync(cancel)).Select(feed => feed.Id)], cancel);

        await WriteAsync(wanted, cancel);
        return (count, changed);
    }

    private async Task<string> ToldAsync(CancellationToken cancel) =>
        await store.ReadDocumentAsync(document, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    private Task WriteAsync(string state, CancellationToken cancel) => store.WriteDocumentAsync(document, Encoding.UTF8.GetBytes(state), cancel);
}
