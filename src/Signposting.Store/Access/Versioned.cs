namespace Signposting.Store.Access;

/// <summary>
/// Something small that every request needs and that seldom changes, held in memory. A change counts after half a second
/// at most, whichever process made it: older than that, its number of changes is read again, which costs one row.
/// </summary>
internal sealed class Versioned<T>(string name, Func<IStoreReader, CancellationToken, ValueTask<T>> load) where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private State? _state;

    /// <summary>The name under which changes are counted.</summary>
    public string Name => name;

    /// <summary>What is known, when it is fresh enough to be used without asking.</summary>
    public T? Current(TimeProvider time) =>
        Volatile.Read(ref _state) is { } state && time.GetElapsedTime(state.CheckedAt) < Fresh ? state.Value : null;

    /// <summary>To be the first question of <paramref name="reader"/>: its snapshot must not be older than the check.</summary>
    public async ValueTask<T> ReadAsync(IStoreReader reader, TimeProvider time, CancellationToken cancel)
    {
        if (Current(time) is { } fresh)
            return fresh;
        var (known, at) = (Volatile.Read(ref _state), time.GetTimestamp());
        var version = await reader.ReadVersionAsync(name, cancel).ConfigureAwait(false);
        var value = known is not null && known.Version == version ? known.Value : await load(reader, cancel).ConfigureAwait(false);
        Volatile.Write(ref _state, new State(value, version, at));
        return value;
    }

    /// <summary>Reads it anew next time: this process has just changed it.</summary>
    public void Forget() => Volatile.Write(ref _state, null);

    private sealed record State(T Value, long Version, long CheckedAt);
}
