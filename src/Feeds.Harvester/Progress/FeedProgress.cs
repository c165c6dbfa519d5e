using System.Collections.Concurrent;
using Feeds.Harvester.Http;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Progress;

/// <summary>What has happened to one feed since the program started. Safe to read while it is harvested.</summary>
public sealed class FeedProgress
{
    private readonly ConcurrentDictionary<string, long> rejected = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> repaired = new(StringComparer.Ordinal);
    private long pages;
    private long items;
    private long kept;
    private long deleted;
    private long over;
    private long unchanged;
    private long bytes;
    private volatile FeedRegistration registration;
    private volatile Fault? fault;
    private volatile int stage;

    internal FeedProgress(FeedRegistration registration) => this.registration = registration;

    /// <summary>The feed, and the dataset that it belongs to.</summary>
    public FeedRegistration Registration
    {
        get => registration;
        internal set => registration = value;
    }

    /// <summary>How far it has come.</summary>
    public FeedStage Stage => (FeedStage)stage;

    /// <summary>Why its last turn failed; null when it did not.</summary>
    public Fault? Fault => fault;

    /// <summary>Pages committed, the empty last ones included.</summary>
    public long Pages => Interlocked.Read(ref pages);

    /// <summary>Items read, of whatever fate.</summary>
    public long Items => Interlocked.Read(ref items);

    /// <summary>Items whose content is held now.</summary>
    public long Kept => Interlocked.Read(ref kept);

    /// <summary>Tombstones.</summary>
    public long Deleted => Interlocked.Read(ref deleted);

    /// <summary>Items that speak only of sessions that are over.</summary>
    public long Over => Interlocked.Read(ref over);

    /// <summary>Items that were held already, in this version or a newer one.</summary>
    public long Unchanged => Interlocked.Read(ref unchanged);

    /// <summary>Bytes as they came over the wire.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Rejected items by reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected => rejected;

    /// <summary>Items that were repaired while they were read, by the code of the repair.</summary>
    public IReadOnlyDictionary<string, long> Repaired => repaired;

    internal void Committed(long wireBytes, PageFindings findings, CommitResult result)
    {
        Interlocked.Increment(ref pages);
        Interlocked.Add(ref items, findings.Items);
        Interlocked.Add(ref bytes, wireBytes);
        Interlocked.Add(ref kept, result.Kept);
        Interlocked.Add(ref deleted, result.Deleted);
        Interlocked.Add(ref over, result.Over);
        Interlocked.Add(ref unchanged, result.Unchanged);
        foreach (var reason in findings.Rejected)
            Count(rejected, reason);
        foreach (var code in findings.Repaired)
            Count(repaired, code);
    }

    /// <summary>A turn begins; a feed that was at its end stays so while it is polled.</summary>
    internal void Begin()
    {
        if (Stage is not FeedStage.AtEnd)
            stage = (int)FeedStage.Reading;
    }

    internal void Queue()
    {
        if (Stage is FeedStage.Reading or FeedStage.Left)
            stage = (int)FeedStage.Queued;
    }

    internal void ReachEnd()
    {
        fault = null;
        stage = (int)FeedStage.AtEnd;
    }

    internal void Fail(Fault why)
    {
        fault = why;
        stage = (int)FeedStage.Failed;
    }

    internal void Leave() => stage = (int)FeedStage.Left;

    private static void Count(ConcurrentDictionary<string, long> counts, string key) => counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
}
