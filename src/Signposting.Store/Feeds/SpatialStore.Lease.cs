using Signposting.Store.Feeds;

namespace Signposting.Store;

/// <summary>What only one process may do at a time.</summary>
public sealed partial class SpatialStore
{
    /// <summary>The lease of whoever harvests into this store.</summary>
    public const string HarvestLease = "harvest";

    /// <summary>Who has the lease; null when nobody has, or its time has run out.</summary>
    public async Task<LeaseHolder?> FindLeaseAsync(string name, CancellationToken cancel) =>
        await ReadAsync(r => r.ReadLeaseAsync(name, cancel).AsTask(), cancel).ConfigureAwait(false) is var (owner, until) && until > Now.ToUnixTimeSeconds()
            ? new LeaseHolder(owner, DateTimeOffset.FromUnixTimeSeconds(until))
            : null;

    /// <summary>Takes the lease when nobody has it or its time has run out; renews it when it is the caller's already. The clocks of processes that share a store must agree to a few seconds.</summary>
    /// <param name="isDead">Whether an owner is known to be dead, so that its time need not run out.</param>
    /// <returns>Null: it is the caller's now; otherwise whose it is.</returns>
    public Task<LeaseHolder?> TakeLeaseAsync(string name, string owner, TimeSpan time, Func<string, bool> isDead, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(isDead);
        return WriteAsync<LeaseHolder?>(
            async w =>
            {
                var now = Now.ToUnixTimeSeconds();
                if (await w.LockLeaseAsync(name, cancel).ConfigureAwait(false) is { } held && held.Owner != owner && held.Until > now && !isDead(held.Owner))
                    return new LeaseHolder(held.Owner, DateTimeOffset.FromUnixTimeSeconds(held.Until));
                await w.WriteLeaseAsync(name, owner, now + (long)time.TotalSeconds, cancel).ConfigureAwait(false);
                return null;
            },
            cancel);
    }

    /// <summary>Gives the lease back; nothing happens when it is somebody else's.</summary>
    public Task ReleaseLeaseAsync(string name, string owner, CancellationToken cancel) =>
        WriteAsync(w => w.DeleteLeaseAsync(name, owner, cancel).AsTask(), cancel);
}
