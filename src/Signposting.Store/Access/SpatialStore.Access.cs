using System.Runtime.CompilerServices;
using Signposting.Store.Access;

namespace Signposting.Store;

/// <summary>API keys.</summary>
public sealed partial class SpatialStore
{
    private readonly Versioned<IReadOnlyDictionary<string, ApiKey>> _keys = new("api-key", LoadKeysAsync);

    /// <summary>The key with this id, the revoked ones too; null when there is none. Never older than half a second.</summary>
    public async ValueTask<ApiKey?> FindApiKeyAsync(string id, CancellationToken cancel)
    {
        var keys = _keys.Current(_time)
            ?? await ReadAsync(r => _keys.ReadAsync(r, _time, cancel).AsTask(), cancel).ConfigureAwait(false);
        return keys.GetValueOrDefault(id);
    }

    /// <summary>All keys, the revoked ones too, oldest first.</summary>
    public Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancel) => ReadAsync(r => r.ReadApiKeysAsync(cancel).AsTask(), cancel);

    public async Task AddApiKeyAsync(ApiKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        await ChangeAsync(
            _keys.Name,
            async w =>
            {
                await w.AddApiKeyAsync(key, cancel).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        _keys.Forget();
    }

    /// <summary>The key opens nothing from now on, here and, within a second, in every other process of this store.</summary>
    /// <returns>False: there is no such key, or it was revoked before.</returns>
    public async Task<bool> RevokeApiKeyAsync(string id, CancellationToken cancel)
    {
        var revoked = await ChangeAsync(_keys.Name, w => w.RevokeApiKeyAsync(id, Now.ToUnixTimeSeconds(), cancel).AsTask(), cancel).ConfigureAwait(false);
        _keys.Forget();
        return revoked;
    }

    /// <summary>Writes what a person decided and no feed can bring back, and counts the change in the same transaction.</summary>
    private Task<T> ChangeAsync<T>(string name, Func<IStoreWriter, Task<T>> write, CancellationToken cancel, [CallerMemberName] string operation = "") => WriteAsync(
        async w =>
        {
            var result = await write(w).ConfigureAwait(false);
            await w.NoteChangeAsync(name, cancel).ConfigureAwait(false);
            return result;
        },
        cancel,
        operation,
        durable: true);

    private static async ValueTask<IReadOnlyDictionary<string, ApiKey>> LoadKeysAsync(IStoreReader reader, CancellationToken cancel)
    {
        var keys = await reader.ReadApiKeysAsync(cancel).ConfigureAwait(false);
        return keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
    }
}
