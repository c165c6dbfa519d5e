using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Signposting.Store.Commit;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;
using Signposting.Store.Telemetry;

namespace Signposting.Store;

/// <summary>
/// The spatial store. Everything that both engines share stands here once; what differs is <see cref="IEngine"/>.
/// Safe for concurrent use; several processes may share one store.
/// Every method may throw <see cref="StoreException"/> when the store cannot be used; its message is a sentence for an operator.
/// </summary>
public sealed partial class SpatialStore : IAsyncDisposable
{
    /// <summary>Sessions stay for two days after their end, so that cursors and saved pages stay true while they are in use.</summary>
    private static readonly TimeSpan KeepOver = TimeSpan.FromDays(2);
    private static readonly TimeSpan KeepTombstones = TimeSpan.FromDays(30);

    /// <summary>The document that names where the postcode directory came from.</summary>
    public const string PostcodeSource = "postcode-source";

    private readonly IEngine _engine;
    private readonly TimeProvider _time;
    private readonly SearchMemory _memory = new();

    private readonly bool _tellsSoonWhenAway;

    private SpatialStore(IEngine engine, TimeProvider time, bool tellsSoonWhenAway) => (_engine, _time, _tellsSoonWhenAway) = (engine, time, tellsSoonWhenAway);

    /// <summary>Opens the store; creates or upgrades its schema under a lock.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Task<SpatialStore> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        return OpenAsync(Engines.Create(options), time, cancel, options.TellsSoonWhenAway);
    }

    /// <summary>Opens a store over an engine, which it disposes of.</summary>
    internal static async Task<SpatialStore> OpenAsync(IEngine engine, TimeProvider time, CancellationToken cancel, bool tellsSoonWhenAway = false)
    {
        try
        {
            await engine.MigrateAsync(cancel).ConfigureAwait(false);
            return new SpatialStore(engine, time, tellsSoonWhenAway);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes a feed known, or refreshes what its dataset says of it. The cursor of a known feed stays.</summary>
    public Task<Feed> RegisterFeedAsync(FeedRegistration feed, CancellationToken cancel) =>
        WriteAsync(w => w.RegisterFeedAsync(feed, cancel), cancel);

    /// <summary>The feed with its cursor as it stands now; null when it is not known.</summary>
    public Task<Feed?> FindFeedAsync(string url, CancellationToken cancel) => ReadAsync(r => r.FindFeedAsync(url, cancel), cancel);

    /// <summary>All feeds, ordered by dataset and URL.</summary>
    public async Task<IReadOnlyList<FeedStatus>> ListFeedsAsync(CancellationToken cancel) =>
        [.. (await ReadAsync(r => r.ListFeedsAsync(cancel), cancel).ConfigureAwait(false)).Select(feed => Stalls.Judge(feed, Now))];

    /// <summary>Notes how an attempt at a feed went.</summary>
    public async Task ReportFeedAsync(long feedId, FeedReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var isBack = await WriteAsync(
            async w =>
            {
                await w.ReportFeedAsync(feedId, report, Now.ToUnixTimeSeconds(), cancel).ConfigureAwait(false);
                return report.Reached && await WelcomeBackAsync(w, feedId, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        if (isBack)
            _hidden.Forget();
    }

    /// <summary>Counts items, orphans and rejections of a feed afresh, for <see cref="ListFeedsAsync"/>. Costs a scan of the feed's items.</summary>
    public Task CountFeedAsync(long feedId, CancellationToken cancel) => WriteAsync(w => w.CountFeedAsync(feedId, cancel), cancel);

    /// <summary>As <see cref="CountFeedAsync"/>, as many feeds at a time as is good for the engine.</summary>
    public async Task CountFeedsAsync(IReadOnlyCollection<long> feedIds, CancellationToken cancel)
    {
        foreach (var some in feedIds.Chunk(_engine.FeedsCountedAtOnce))
        {
            await WriteAsync(
                async w =>
                {
                    foreach (var feedId in some)
                        await w.CountFeedAsync(feedId, cancel).ConfigureAwait(false);
                },
                cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a page's upserts, its tombstones and the next cursor in one transaction.</summary>
    public async Task<CommitResult> CommitPageAsync(PageCommit page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await CommitPagesAsync([page], cancel).ConfigureAwait(false))[0];
    }

    /// <summary>
    /// Writes pages that follow one another in a feed, each as <see cref="CommitPageAsync(PageCommit, CancellationToken)"/> does, all in one
    /// transaction: after a crash the cursor stands behind all of them or before the first.
    /// </summary>
    /// <returns>A result for each page; when the first one says that it was not committed, none was.</returns>
    public async Task<IReadOnlyList<CommitResult>> CommitPagesAsync(IReadOnlyList<PageCommit> pages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Count == 0)
            return [];
        var results = await WriteAsync(w => CommitPagesAsync(w, pages, cancel), cancel, nameof(CommitPageAsync)).ConfigureAwait(false);
        return [.. results.Select((result, i) => result.Committed ? result with { Unchanged = result.Unchanged + pages[i].Changes.Count - pages[i].Changes.Items.Count } : result)];
    }

    /// <summary>Removes sessions that ended more than two days ago and tombstones older than thirty, in small transactions.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<long> RemoveOverAsync(CancellationToken cancel)
    {
        var over = (Now - KeepOver).ToUnixTimeSeconds();
        long removed = 0;
        for (long? after = 0; after is { } subject;)
        {
            var (next, count) = await WriteAsync(w => w.RemoveOverAsync(over, subject, cancel), cancel).ConfigureAwait(false);
            (after, removed) = (next, removed + count);
        }

        const int AtOnce = 10_000;
        var before = (Now - KeepTombstones).ToUnixTimeSeconds();
        for (long gone = AtOnce; gone == AtOnce; removed += gone)
            gone = await WriteAsync(w => w.RemoveTombstonesAsync(before, AtOnce, cancel), cancel).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Works off what waits to be derived again (a parent with very many children, or all there is after an upgrade), in small transactions.</summary>
    /// <returns>How many subjects were derived.</returns>
    public async Task<int> DeriveWaitingAsync(CancellationToken cancel)
    {
        var derived = 0;
        for (var taken = 1; taken > 0; derived += taken)
            taken = await WriteAsync(w => new Deriver(w, new Descriptions(), Now.ToUnixTimeSeconds()).DeriveAsync([], drain: false, cancel), cancel).ConfigureAwait(false);
        return derived;
    }

    /// <summary>Brings what was written in the cheapest way to where searches find it in the cheapest way. To be called after a harvest, and every hour or so.</summary>
    public Task SettleAsync(CancellationToken cancel) => WriteAsync(w => w.SettleAsync(cancel).AsTask(), cancel);

    /// <summary>One page of results in the order of the query.</summary>
    public Task<IReadOnlyList<Found>> SearchAsync(OpportunityQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Centre is null && query.Attendance != AttendanceFilter.Online)
            throw new ArgumentException("A place is required unless only online opportunities are asked for.", nameof(query));
        return ReadAsync(
            async r => await VisibleSearch.SearchAsync(r, query, _memory, await _hidden.ReadAsync(r, _time, cancel).ConfigureAwait(false), Now, cancel).ConfigureAwait(false),
            cancel);
    }

    /// <summary>Replaces the postcode directory by what <paramref name="rows"/> yields; the old one serves until all is in.</summary>
    /// <returns>How many rows were read.</returns>
    public async Task<long> ImportPostcodesAsync(IAsyncEnumerable<Postcode> rows, string source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        const int AtOnce = 20_000;
        var current = await ReadAsync(r => r.PostcodeGenerationAsync(cancel), cancel).ConfigureAwait(false);
        // Not merely the next number: an import that broke off has left rows under that one.
        var generation = Math.Max(current + 1, Now.ToUnixTimeMilliseconds());
        var msoas = new Dictionary<string, string>(StringComparer.Ordinal);
        long count = 0;
        await foreach (var chunk in rows.Chunk(AtOnce).WithCancellation(cancel).ConfigureAwait(false))
        {
            foreach (var row in chunk)
            {
                if (row is { Lsoa: { } lsoa, Msoa: { } msoa })
                    msoas[lsoa] = msoa;
            }

            await WriteAsync(w => w.WritePostcodesAsync(chunk, generation, cancel), cancel).ConfigureAwait(false);
            count += chunk.Length;
        }

        await WriteAsync(
            async w =>
            {
                await w.WriteMsoasAsync([.. msoas], generation, cancel).ConfigureAwait(false);
                await w.PublishPostcodesAsync(generation, cancel).ConfigureAwait(false);
                await w.WriteDocumentAsync(PostcodeSource, Encoding.UTF8.GetBytes(source), cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        return count;
    }

    /// <summary>Which import of a postcode directory answers; 0: there was none.</summary>
    public Task<long> PostcodeGenerationAsync(CancellationToken cancel) => ReadAsync(r => r.PostcodeGenerationAsync(cancel), cancel);

    /// <summary>Whether a postcode directory was imported.</summary>
    public async Task<bool> HasPostcodesAsync(CancellationToken cancel) =>
        await ReadAsync(r => r.PostcodeGenerationAsync(cancel), cancel).ConfigureAwait(false) > 0;

    /// <summary>A full postcode in canonical form; null when the directory does not have it.</summary>
    public Task<Postcode?> FindPostcodeAsync(string postcode, CancellationToken cancel) =>
        ReadAsync(r => r.FindPostcodeAsync(postcode, cancel).AsTask(), cancel);

    /// <summary>The middle of an outward code's live postcodes; null when the directory has none.</summary>
    public Task<GeoPoint?> FindOutwardCodeAsync(string outwardCode, CancellationToken cancel) =>
        ReadAsync(r => r.FindOutwardCodeAsync(outwardCode, cancel).AsTask(), cancel);

    /// <summary>A small document kept in the store by name (vocabularies, key ring); null when absent.</summary>
    public Task<byte[]?> ReadDocumentAsync(string name, CancellationToken cancel) =>
        ReadAsync(r => r.ReadDocumentAsync(name, cancel).AsTask(), cancel);

    public Task WriteDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel) =>
        WriteAsync(w => w.WriteDocumentAsync(name, content, cancel), cancel);

    /// <summary>Answers when the store can be read; for readiness checks.</summary>
    public Task PingAsync(CancellationToken cancel) => ReadAsync(
        async r =>
        {
            await r.PingAsync(cancel).ConfigureAwait(false);
            return true;
        },
        cancel);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private DateTimeOffset Now => _time.GetUtcNow();

    private async Task<IReadOnlyList<CommitResult>> CommitPagesAsync(IStoreWriter writer, IReadOnlyList<PageCommit> pages, CancellationToken cancel)
    {
        var results = new List<CommitResult>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
            results.Add(i > 0 && !results[0].Committed ? results[0] : await CommitPageAsync(writer, pages[i], cancel).ConfigureAwait(false));
        return results;
    }

    private async Task<CommitResult> CommitPageAsync(IStoreWriter writer, PageCommit page, CancellationToken cancel)
    {
        var feed = await writer.LockFeedAsync(page.FeedId, cancel).ConfigureAwait(false)
            ?? throw new ArgumentException($"There is no feed {page.FeedId}.", nameof(page));
        if (!string.Equals(feed.Cursor, page.Cursor, StringComparison.Ordinal))
            return new CommitResult { Committed = false };
        var result = await new PageCommitter(writer, page, feed, Now).CommitAsync(page.Changes.Items, cancel).ConfigureAwait(false);
        if (feed.IsGone)
            await WelcomeBackAsync(writer, page.FeedId, cancel).ConfigureAwait(false);
        return result;
    }

    private Task<T> ReadAsync<T>(Func<IStoreReader, Task<T>> read, CancellationToken cancel, [CallerMemberName] string operation = "") =>
        UnlessAwayAsync(ReadAgainAsync(read, operation, cancel), cancel);

    /// <summary>A server that has restarted says so only to the next one who uses an old connection; nothing was read then, so it is asked once more.</summary>
    private async Task<T> ReadAgainAsync<T>(Func<IStoreReader, Task<T>> read, string operation, CancellationToken cancel)
    {
        try
        {
            return await ReadOnceAsync(read, operation, cancel).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Fault == StoreFault.Away)
        {
            return await ReadOnceAsync(read, operation, cancel).ConfigureAwait(false);
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<IStoreReader, Task<T>> read, string operation, CancellationToken cancel)
    {
        var measured = StoreTelemetry.Begin(operation);
        try
        {
            await using var reader = await _engine.BeginReadAsync(cancel).ConfigureAwait(false);
            var result = await read(reader).ConfigureAwait(false);
            measured.Succeeded();
            return result;
        }
        catch (DbException e)
        {
            throw _engine.Explain(e);
        }
        finally
        {
            measured.Dispose();
        }
    }

    private Task<T> WriteAsync<T>(Func<IStoreWriter, Task<T>> write, CancellationToken cancel, [CallerMemberName] string operation = "", bool durable = false) =>
        UnlessAwayAsync(WriteOnceAsync(write, operation, durable, cancel), cancel);

    private async Task<T> WriteOnceAsync<T>(Func<IStoreWriter, Task<T>> write, string operation, bool durable, CancellationToken cancel)
    {
        var measured = StoreTelemetry.Begin(operation);
        try
        {
            await using var writer = await _engine.BeginWriteAsync(durable, cancel).ConfigureAwait(false);
            var result = await write(writer).ConfigureAwait(false);
            await writer.CommitAsync(cancel).ConfigureAwait(false);
            measured.Succeeded();
            return result;
        }
        catch (DbException e)
        {
            throw _engine.Explain(e);
        }
        finally
        {
            measured.Dispose();
        }
    }

    private Task<bool> WriteAsync(Func<IStoreWriter, Task> write, CancellationToken cancel, [CallerMemberName] string operation = "") => WriteAsync(
        async w =>
        {
            await write(w).ConfigureAwait(false);
            return true;
        },
        cancel,
        operation);
}
