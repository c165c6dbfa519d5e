using Feeds.Harvester.Http;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>A page of a feed. Its items point into shared memory: dispose it as soon as they are dealt with.</summary>
public sealed class RpdePage : IDisposable
{
    private readonly IDisposable? memory;
    private readonly JsonTokens? tokens;
    private IReadOnlyList<RpdeItem> items = [];

    internal RpdePage(IDisposable? memory, JsonTokens? tokens = null) => (this.memory, this.tokens) = (memory, tokens);

    /// <summary>The URL that answered, after redirects.</summary>
    public required string Url { get; init; }

    /// <summary>The URL to read next, absolute; otherwise character for character as the publisher wrote it. Store it with
    /// the page's items. On the last page it is the URL to poll.</summary>
    public required string Next { get; init; }

    /// <summary>Whether the feed ends here for now: no items, and <c>next</c> leads to this page again.</summary>
    public required bool IsLast { get; init; }

    /// <summary>The licence URL of the page, or null.</summary>
    public string? License { get; init; }

    /// <summary>The usable items, in the order of the page.</summary>
    public required IReadOnlyList<RpdeItem> Items
    {
        get => items;
        init => items = value;
    }

    /// <summary>The unusable ones.</summary>
    public required IReadOnlyList<RejectedItem> Rejected { get; init; }

    /// <summary>How many tombstones carried data, which RPDE forbids; they are tombstones all the same.</summary>
    public int DeletedWithData { get; init; }

    /// <summary>Set when the page was sent under a content type that is no JSON; names it.</summary>
    public string? ContentTypeWarning { get; init; }

    /// <summary>What the answer says about caching, for <see cref="Polling"/>.</summary>
    public CacheInfo Cache { get; init; }

    /// <summary>Bytes as they came over the wire.</summary>
    public long WireBytes { get; init; }

    /// <summary>Bytes of the decompressed body.</summary>
    internal int BodyBytes { get; init; }

    /// <summary>Bytes of its items' data.</summary>
    internal long ItemBytes => items.Sum(item => (long)item.Data.Length);

    /// <summary>From the request to the last byte.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        memory?.Dispose();
    }

    /// <summary>Gives back what was noted while it was read, but not the page itself; the items can be read once more without it.</summary>
    internal void Forget() => tokens?.Dispose();

    /// <summary>Lets go of the items, of which nothing is asked any more: a page that waits for its commit is copied by the collector.</summary>
    internal void ForgetItems() => items = [];
}
