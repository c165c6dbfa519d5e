using System.Collections.Concurrent;
using System.Security.Cryptography;
using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Usage;

/// <summary>
/// The keys of contact keys, each for its day: in memory, and in the store so that another process and a restart have the same
/// one. Both are deleted when the day is over.
/// </summary>
internal sealed class DayKeys(TimeProvider time)
{
    private readonly ConcurrentDictionary<DateOnly, byte[]> _keys = new();

    /// <summary>How many are in memory.</summary>
    internal int Count => _keys.Count;

    public async ValueTask<byte[]> ReadAsync(SpatialStore store, DateOnly day, CancellationToken cancel) =>
        _keys.TryGetValue(day, out var known) ? known : _keys.GetOrAdd(day, await store.ReadUsageKeyAsync(day, cancel));

    /// <summary>Deletes the keys of days that are over, here and in the store.</summary>
    public async Task ForgetPastAsync(SpatialStore store, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(LondonTime.Now(time).DateTime);
        foreach (var day in _keys.Keys.Where(day => day < today))
        {
            if (_keys.TryRemove(day, out var key))
                CryptographicOperations.ZeroMemory(key);
        }

        await store.ForgetUsageKeysAsync(today, cancel);
    }
}
