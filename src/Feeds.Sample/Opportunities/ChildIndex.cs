namespace Feeds.Sample.Opportunities;

/// <summary>Tells which parent the n-th child belongs to, when parents have different numbers of children.</summary>
internal sealed class ChildIndex
{
    private readonly int[] _ends;

    public ChildIndex(int parents, Func<int, int> childrenOf)
    {
        _ends = new int[parents];
        for (var (parent, end) = (0, 0); parent < parents; parent++)
        {
            _ends[parent] = end += childrenOf(parent);
        }
    }

    /// <summary>How many children there are in all.</summary>
    public int Count => _ends.Length == 0 ? 0 : _ends[^1];

    /// <summary>The first child of a parent.</summary>
    public int FirstOf(int parent) => parent == 0 ? 0 : _ends[parent - 1];

    /// <summary>The parent of a child, and the child's place among that parent's.</summary>
    public (int Parent, int Place) Find(int child)
    {
        var found = Array.BinarySearch(_ends, child + 1);
        var parent = found < 0 ? ~found : FirstWithSameEnd(found);
        return (parent, child - FirstOf(parent));
    }

    // Parents without children have the same end as the one before.
    private int FirstWithSameEnd(int parent)
    {
        while (parent > 0 && _ends[parent - 1] == _ends[parent])
        {
            parent--;
        }

        return parent;
    }
}
