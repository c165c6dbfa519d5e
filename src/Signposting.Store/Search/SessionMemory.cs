using System.Collections.Concurrent;

namespace Signposting.Store.Search;

/// <summary>
/// When opportunities are next on, as asked for lately: a search in order of <c>best</c> needs it of hundreds that it does not show. What the store
/// notes as changed is forgotten before anything is told from here, so that a search is as true as without; an engine that notes nothing
/// (<see cref="IStoreReader.ReadSessionChangesAsync"/>) is always asked. At most <see cref="MostSubjects"/> (about 60 MB).
/// </summary>
internal sealed class SessionMemory
{
    private const int MostSubjects = 400_000;

    private readonly ConcurrentDictionary<long, (long Seq, KnownStarts Starts)> _known = new();
    private readonly Lock _gate = new();
    private long _upTo;
    private int _count;

    /// <summary>Forgets what changed before the state that the reader sees.</summary>
    /// <returns>The number of that state; null: this engine tells no changes.</returns>
    public async ValueTask<long?> CatchUpAsync(IStoreReader reader, CancellationToken cancel)
    {
        var after = Volatile.Read(ref _upTo);
        if (await reader.ReadSessionChangesAsync(after, cancel).ConfigureAwait(false) is not { } changes)
            return null;
        if (changes.UpTo <= after && changes.IsComplete)
            return changes.UpTo;
        lock (_gate)
        {
            if (!changes.IsComplete)
                Clear();
            foreach (var subject in changes.Subjects)
            {
                if (_known.TryRemove(subject, out _))
                    _count--;
            }

            // A store that was replaced by an older one has fewer changes than before.
            _upTo = changes.IsComplete ? Math.Max(_upTo, changes.UpTo) : changes.UpTo;
        }

        return changes.UpTo;
    }

    /// <summary>What is known of a subject in the state <paramref name="seq"/>: what was learnt in it or earlier and did not change since.</summary>
    public KnownStarts? Find(long subjectId, long seq) => _known.TryGetValue(subjectId, out var known) && known.Seq <= seq ? known.Starts : null;

    /// <summary>Remembers what a reader of the state <paramref name="seq"/> has read, unless others have seen a later one meanwhile.</summary>
    public void Remember(IReadOnlyDictionary<long, KnownStarts> starts, long seq)
    {
        lock (_gate)
        {
            if (seq != _upTo)
                return;
            if (_count + starts.Count > MostSubjects)
                Clear();
            foreach (var (subject, known) in starts)
            {
                if (!_known.ContainsKey(subject))
                    _count++;
                _known[subject] = (seq, known);
            }
        }
    }

    private void Clear()
    {
        _known.Clear();
        _count = 0;
    }
}
