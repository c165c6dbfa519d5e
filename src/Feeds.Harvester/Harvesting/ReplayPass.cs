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
        var (count, changed, feeds) = (0L, 0L, new HashSet<long>());
        while (await read(after, cancel) is { Count: > 0 } kept)
        {
            var different = await again(kept, cancel);
            if (different > 0)
                feeds.UnionWith(kept.Select(one => one.FeedId));
            (count, changed, after) = (count + kept.Count, changed + different, kept[^1].Id);
            await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{wanted}@{after}"), cancel);
        }

        // Of what was read before this walk was broken off it is not known any more what was different.
        if (isResumed)
            feeds.UnionWith((await store.ListFeedsAsync(cancel)).Select(feed => feed.Id));
        foreach (var feed in feeds)
            await store.CountFeedAsync(feed, cancel);
        await WriteAsync(wanted, cancel);
        return (count, changed);
    }

    private async Task<string> ToldAsync(CancellationToken cancel) =>
        await store.ReadDocumentAsync(document, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    private Task WriteAsync(string state, CancellationToken cancel) => store.WriteDocumentAsync(document, Encoding.UTF8.GetBytes(state), cancel);
}
