using Signposting.Store.Commit;

namespace Signposting.Store.Feeds;

/// <summary>Takes items away without a word from their publisher: what they left goes, and what follows from that is derived again, as with a tombstone.</summary>
internal sealed class ItemRemoval(IStoreWriter writer, long feedId, DateTimeOffset now)
{
    private readonly List<SessionRef> _sessions = [];
    private readonly List<FragmentKey> _fragments = [];
    private readonly HashSet<long> _dirty = [];

    public async Task RemoveAsync(IReadOnlyList<long> keys, CancellationToken cancel)
    {
        var held = await writer.ReadItemsAsync(feedId, keys, cancel).ConfigureAwait(false);
        foreach (var item in held.Values.Where(item => item.State == ItemState.Held))
            Forget(item);
        await WriteAsync(async () =>
        {
            await writer.DeleteSessionsAsync(feedId, _sessions, cancel).ConfigureAwait(false);
            await writer.DeleteItemsAsync(feedId, keys, cancel).ConfigureAwait(false);
        }, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes away what the feed's items, which are gone, said of their parents.</summary>
    public Task RemoveEmbeddedAsync(IEnumerable<long> subjectIds, CancellationToken cancel)
    {
        foreach (var subjectId in subjectIds)
        {
            _fragments.Add(new FragmentKey(subjectId, (byte)Harvest.FragmentOrigin.Embedded, feedId, 0));
            _dirty.Add(subjectId);
        }

        return WriteAsync(() => Task.CompletedTask, cancel);
    }

    private void Forget(ItemRow item)
    {
        var refs = ItemRefs.Of(item);
        for (var i = 0; i < refs.Sessions.Count; i++)
        {
            _sessions.Add(new SessionRef(refs.Sessions[i].SubjectId, refs.Sessions[i].Start, item.Key, i));
            _dirty.Add(refs.Sessions[i].SubjectId);
        }

        foreach (var (subjectId, origin) in refs.Fragments)
        {
            // An embedded description is shared by all children that carry it.
            if (origin != (byte)Harvest.FragmentOrigin.Embedded)
                _fragments.Add(new FragmentKey(subjectId, origin, feedId, item.Key));
            _dirty.Add(subjectId);
        }
    }

    private async Task WriteAsync(Func<Task> alsoDelete, CancellationToken cancel)
    {
        var families = new Families(writer, [], _fragments);
        await families.LookAsync(cancel).ConfigureAwait(false);
        await alsoDelete().ConfigureAwait(false);
        await writer.DeleteFragmentsAsync(_fragments, cancel).ConfigureAwait(false);
        _dirty.UnionWith(await families.ChangedAsync(cancel).ConfigureAwait(false));
        await new Deriver(writer, new Descriptions(), now.ToUnixTimeSeconds()).DeriveAsync(_dirty, drain: false, cancel).ConfigureAwait(false);
    }
}
