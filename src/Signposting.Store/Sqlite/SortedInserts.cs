using System.Runtime.InteropServices;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Inserts rows of two or three numbers into a tree, in its order instead of that in which they come: neighbours are then written one after the other,
/// and what leads to them is in the processor's cache. What was added is in the tree after <see cref="Flush"/>.
/// </summary>
internal sealed class SortedInserts(RowInserts inserts, int columns)
{
    private readonly List<long> _first = [];
    private readonly List<(long Second, long Third)> _rest = [];

    public void Add(long first, long second, long third = 0)
    {
        _first.Add(first);
        _rest.Add((second, third));
    }

    /// <returns>Whether there was anything.</returns>
    public bool Flush()
    {
        var isAny = _first.Count > 0;
        CollectionsMarshal.AsSpan(_first).Sort(CollectionsMarshal.AsSpan(_rest));
        for (var i = 0; i < _first.Count; i++)
        {
            if (columns == 2)
                inserts.Add(_first[i], _rest[i].Second);
            else
                inserts.Add(_first[i], _rest[i].Second, _rest[i].Third);
        }

        inserts.Flush();
        Forget();
        return isAny;
    }

    /// <summary>See <see cref="RowInserts.Forget"/>.</summary>
    public void Forget()
    {
        _first.Clear();
        _rest.Clear();
    }
}
