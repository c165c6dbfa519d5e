using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;

namespace Signposting.Store;

/// <summary>
/// The spatial store. Everything that both engines share stands here once; what differs is <see cref="IEngine"/>.
/// Safe for concurrent use; several processes may share one store.
/// </summary>
public sealed class SpatialStore : IAsyncDisposable
{
    private readonly TimeProvider _time;

    private SpatialStore(TimeProvider time) => _time = time;

    /// <summary>Opens the store; creates or upgrades its schema under a lock.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is a sentence for an operator.</exception>
    public static Task<SpatialStore> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Makes a feed known, or refreshes what its dataset says of it. The cursor of a known feed stays.</summary>
    public Task<Feed> RegisterFeedAsync(FeedRegistration feed, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>The feed with its cursor as it stands now; null when it is not known.</summary>
    public Task<Feed?> FindFeedAsync(string url, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>All feeds, ordered by dataset and URL.</summary>
    public Task<IReadOnlyList<FeedStatus>> ListFeedsAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Notes how an attempt at a feed went.</summary>
    public Task ReportFeedAsync(long feedId, FeedReport report, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Counts items, orphans and rejections of a feed afresh, for <see cref="ListFeedsAsync"/>. Costs a scan of the feed's items.</summary>
    public Task CountFeedAsync(long feedId, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Writes a page's upserts, its tombstones and the next cursor in one transaction.</summary>
    public Task<CommitResult> CommitPageAsync(PageCommit page, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Removes sessions that ended more than two days ago and tombstones older than thirty, in small transactions.</summary>
    public Task<long> RemoveOverAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>One page of results in the order of the query.</summary>
    public Task<IReadOnlyList<Found>> SearchAsync(OpportunityQuery query, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>The opportunity that an id stands for, with its sessions from <paramref name="from"/> on.</summary>
    public Task<LookUp> FindAsync(string publicId, DateTimeOffset from, int maxSessions, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Replaces the postcode directory by what <paramref name="rows"/> yields; the old one serves until all is in.</summary>
    public Task<long> ImportPostcodesAsync(IAsyncEnumerable<Postcode> rows, string source, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Whether a postcode directory was imported.</summary>
    public Task<bool> HasPostcodesAsync(CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>A full postcode in canonical form; null when the directory does not have it.</summary>
    public Task<Postcode?> FindPostcodeAsync(string postcode, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>The middle of an outward code's live postcodes; null when the directory has none.</summary>
    public Task<GeoPoint?> FindOutwardCodeAsync(string outwardCode, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>A small document kept in the store by name (vocabularies, key ring); null when absent.</summary>
    public Task<byte[]?> ReadDocumentAsync(string name, CancellationToken cancel) => throw new NotSupportedException();

    public Task WriteDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Answers when the store can be read; for readiness checks.</summary>
    /// <exception cref="StoreException">It cannot.</exception>
    public Task PingAsync(CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
