using System.Data.Common;
using System.Reflection;

namespace Signposting.Store.Tests.Failures;

/// <summary>What a test throws into the store: a bug or a broken disk, nothing that the engine expects.</summary>
public sealed class InjectedException() : Exception("injected");

/// <summary>When the next failure comes.</summary>
internal sealed class Fuse
{
    private long left = long.MaxValue;

    /// <summary>Operations since <see cref="Set"/>.</summary>
    public long Seen { get; private set; }

    /// <summary>The operation of this number fails, counted from 1 and from now on.</summary>
    public void Set(long operation) => (left, Seen) = (operation, 0);

    /// <summary>Nothing fails from now on.</summary>
    public void Remove() => left = long.MaxValue;

    /// <summary>Counts an operation that is about to begin, or that has just ended.</summary>
    public void Burn()
    {
        Seen++;
        if (--left == 0)
            throw new InjectedException();
    }
}

/// <summary>An engine whose write transactions fail at the operation that the fuse says, before it or, for the commit, also just after it.</summary>
internal sealed class FailingEngine(IEngine inner, Fuse fuse) : IEngine
{
    public Task MigrateAsync(CancellationToken cancel) => inner.MigrateAsync(cancel);

    public async ValueTask<IStoreWriter> BeginWriteAsync(bool durable, CancellationToken cancel)
    {
        fuse.Burn();
        return FailingWriter.Around(await inner.BeginWriteAsync(durable, cancel), fuse);
    }

    public ValueTask<IStoreReader> BeginReadAsync(CancellationToken cancel) => inner.BeginReadAsync(cancel);

    public Task ForgetDeletedAsync(CancellationToken cancel) => inner.ForgetDeletedAsync(cancel);

    public int FeedsCountedAtOnce => inner.FeedsCountedAtOnce;

    public StoreException Explain(DbException error) => inner.Explain(error);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>A writer each of whose operations burns the fuse; only giving it up cannot fail. Made at run time, so that an operation added to the interface is covered too.</summary>
public class FailingWriter : DispatchProxy
{
    private IStoreWriter inner = null!;
    private Fuse fuse = null!;

    internal static IStoreWriter Around(IStoreWriter inner, Fuse fuse)
    {
        var proxy = Create<IStoreWriter, FailingWriter>();
        var writer = (FailingWriter)(object)proxy;
        (writer.inner, writer.fuse) = (inner, fuse);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != nameof(IAsyncDisposable.DisposeAsync))
            fuse.Burn();
        return targetMethod.Name == nameof(IStoreWriter.CommitAsync)
            ? CommitAsync((CancellationToken)args![0]!)
            : targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private async Task CommitAsync(CancellationToken cancel)
    {
        await inner.CommitAsync(cancel);
        fuse.Burn();
    }
}
