using Signposting.Store.Hiding;

namespace Signposting.Store.Access;

/// <summary>Reads what an operator has decided: keys, and what is hidden.</summary>
internal interface IAccessReader
{
    /// <summary>How often the named thing has changed; see <see cref="Versioned{T}"/>. 0: never.</summary>
    ValueTask<long> ReadVersionAsync(string name, CancellationToken cancel);

    /// <summary>All keys, the revoked ones too, oldest first.</summary>
    ValueTask<IReadOnlyList<ApiKey>> ReadApiKeysAsync(CancellationToken cancel);

    /// <summary>All that is hidden, oldest first.</summary>
    ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel);
}

/// <summary>Writes what an operator has decided.</summary>
internal interface IAccessWriter
{
    ValueTask NoteChangeAsync(string name, CancellationToken cancel);

    ValueTask AddApiKeyAsync(ApiKey key, CancellationToken cancel);

    /// <summary>False: there is no such key, or it was revoked before.</summary>
    ValueTask<bool> RevokeApiKeyAsync(string id, long now, CancellationToken cancel);

    /// <summary>Adds it, or replaces its reason.</summary>
    ValueTask HideAsync(Hidden hidden, CancellationToken cancel);

    ValueTask UnhideAsync(HiddenKind kind, string target, CancellationToken cancel);
}
