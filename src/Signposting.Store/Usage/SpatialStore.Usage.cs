using System.Security.Cryptography;
using Signposting.Store.Usage;

namespace Signposting.Store;

/// <summary>Usage events.</summary>
public sealed partial class SpatialStore
{
    /// <summary>Writes events in one transaction.</summary>
    /// <param name="durable">They must outlive a power cut: somebody was told that they are recorded.</param>
    public Task RecordUsageAsync(IReadOnlyList<UsageEvent> events, bool durable, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        return WriteAsync(
            async w =>
            {
                await w.AddUsageAsync(events, cancel).ConfigureAwait(false);
                return true;
            },
            cancel,
            durable: durable);
    }

    /// <summary>The events of a day, in the order in which they were written.</summary>
    public Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel) => ReadAsync(r => r.ReadUsageAsync(day, cancel), cancel);

    /// <summary>
    /// The key of a day's contact keys (<see cref="ContactKey"/>), made when it is not there: the same for every process of this
    /// store, also after a restart, until <see cref="ForgetUsageKeysAsync"/>.
    /// </summary>
    public Task<byte[]> ReadUsageKeyAsync(DateOnly day, CancellationToken cancel) =>
        WriteAsync(w => w.InternUsageKeyAsync(day, RandomNumberGenerator.GetBytes(ContactKey.KeyBytes), cancel), cancel);

    /// <summary>Deletes the keys of all days before this one, for good: nothing made with them can be linked from then on.</summary>
    public Task ForgetUsageKeysAsync(DateOnly before, CancellationToken cancel) => WriteAsync(w => w.ForgetUsageKeysAsync(before, cancel), cancel);

    /// <summary>The area of an LSOA of 2021 as usage counts it; null when it is not known.</summary>
    public Task<UsageArea?> FindUsageAreaAsync(string lsoa, CancellationToken cancel) => ReadAsync(
        async r => await r.FindAreaAsync(lsoa, cancel).ConfigureAwait(false) is { } area
            ? UsageArea.Of(area, await r.ReadAreaVintageAsync(cancel).ConfigureAwait(false))
            : null,
        cancel);
}
