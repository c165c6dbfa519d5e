namespace Signposting.Usage.Disclosure;

/// <summary>How much can flow from one node of a small network to another (Edmonds and Karp: shortest paths first).</summary>
internal sealed class Flow(int nodes)
{
    /// <summary>More than any count, and far from overflow.</summary>
    public const long Unlimited = long.MaxValue / 4;

    private readonly long[,] _room = new long[nodes, nodes];

    public void Allow(int from, int to, long amount) => _room[from, to] = amount;

    /// <summary>Whether so much can flow. Uses the network up.</summary>
    public bool Carries(int from, int to, long amount)
    {
        for (var left = amount; left > 0;)
        {
            if (Path(from, to) is not { } before)
                return false;
            var narrowest = left;
            for (var node = to; node != from; node = before[node])
                narrowest = Math.Min(narrowest, _room[before[node], node]);
            for (var node = to; node != from; node = before[node])
            {
                _room[before[node], node] -= narrowest;
                _room[node, before[node]] += narrowest;
            }

            left -= narrowest;
        }

        return true;
    }

    /// <returns>For each node the one before it on the way; null: there is no way.</returns>
    private int[]? Path(int from, int to)
    {
        var before = new int[nodes];
        Array.Fill(before, -1);
        before[from] = from;
        var waiting = new Queue<int>([from]);
        while (waiting.TryDequeue(out var node))
        {
            for (var next = 0; next < nodes; next++)
            {
                if (before[next] >= 0 || _room[node, next] <= 0)
                    continue;
                before[next] = node;
                if (next == to)
                    return before;
                waiting.Enqueue(next);
            }
        }

        return null;
    }
}
