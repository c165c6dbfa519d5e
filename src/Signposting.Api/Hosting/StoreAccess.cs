using Signposting.Store;

namespace Signposting.Api.Hosting;

/// <summary>The store, once it is open. The service answers from its first second, the store may take longer.</summary>
internal sealed class StoreAccess : IAsyncDisposable
{
    private readonly TaskCompletionSource<SpatialStore> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SpatialStore? _store;

    /// <exception cref="StoreNotOpenException">It is not open yet.</exception>
    public SpatialStore Store => _store ?? throw new StoreNotOpenException();

    public bool IsOpen => _store is not null;

    public Task<SpatialStore> WhenOpenAsync(CancellationToken cancel) => _opened.Task.WaitAsync(cancel);

    public void Set(SpatialStore store)
    {
        _store = store;
        _opened.SetResult(store);
    }

    public ValueTask DisposeAsync() => _store is { } store ? store.DisposeAsync() : ValueTask.CompletedTask;
}
