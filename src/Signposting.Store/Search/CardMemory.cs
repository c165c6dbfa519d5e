using System.Collections.Concurrent;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Cards around places that were searched before, by cell, for as long as the cell's version is what it was when they were read. Searches in one
/// town read the same few thousand cards again and again, and a search that ranks reads all of them. At most <see cref="MostCards"/> (about 160 MB, words included).
/// </summary>
internal sealed class CardMemory
{
    /// <summary>More than all that is published in the United Kingdom: a memory that is a little too small would be filled again and again.</summary>
    private const int MostCards = 500_000;

    /// <summary>A box of more cells is read from the index: it reaches around a pole, or far beyond any radius that is answered.</summary>
    private const int MostCells = 10_000;

    private readonly ConcurrentDictionary<long, (long Version, Candidate[] Cards)> _cells = new();
    private int _count;

    /// <summary>Everything offered inside the ring that passes the filter, in no order.</summary>
    public async ValueTask<List<Near>> ReadAsync(IStoreReader reader, Ring ring, CandidateFilter filter, CancellationToken cancel)
    {
        var box = ring.Box;
        var (firstRow, lastRow) = (CardCell.Row(box.MinLat), CardCell.Row(box.MaxLat));
        var (firstColumn, lastColumn) = (CardCell.Column(box.MinLon), CardCell.Column(box.MaxLon));
        if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > MostCells)
            return ring.Of(await reader.ReadBoxAsync(box, filter, cancel).ConfigureAwait(false));

        var found = new List<Near>();
        var wanted = new Wanted(filter);
        // A cell without a version has never held anything.
        foreach (var (cell, version) in await reader.ReadCellVersionsAsync(firstRow, lastRow, firstColumn, lastColumn, cancel).ConfigureAwait(false))
            Take(await CellAsync(reader, cell, version, cancel).ConfigureAwait(false), ring, wanted, found);
        return found;
    }

    private static void Take(Candidate[] cards, in Ring ring, in Wanted wanted, List<Near> found)
    {
        foreach (var card in cards)
        {
            if (wanted.Is(card) && ring.Holds(card, out var distance))
                found.Add(new Near(card, distance));
        }
    }

    private async ValueTask<Candidate[]> CellAsync(IStoreReader reader, long cell, long version, CancellationToken cancel)
    {
        if (_cells.TryGetValue(cell, out var known) && known.Version == version)
            return known.Cards;
        var read = await reader.ReadCellAsync(cell, cancel).ConfigureAwait(false);
        Candidate[] cards = [.. read.Where(card => card.Point is { } point && CardCell.Of(point) == cell)];
        Remember(cell, version, cards);
        return cards;
    }

    private void Remember(long cell, long version, Candidate[] cards)
    {
        var before = _cells.TryGetValue(cell, out var known) ? known.Cards.Length : 0;
        _cells[cell] = (version, cards);
        if (Interlocked.Add(ref _count, cards.Length - before) > MostCards)
        {
            _cells.Clear();
            Volatile.Write(ref _count, 0);
        }
    }

    /// <summary>What a filter decides on a card.</summary>
    private readonly struct Wanted(CandidateFilter filter)
    {
        private readonly int _kinds = filter.Kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));
        private readonly HashSet<int>? _activities = filter.Activities?.ToHashSet();

        public bool Is(Candidate card) =>
            (_kinds & (1 << (int)card.Kind)) != 0 && (_activities is not { } wanted || HasOneOf(wanted, card.Activities));

        private static bool HasOneOf(HashSet<int> wanted, int[] activities)
        {
            foreach (var activity in activities)
            {
                if (wanted.Contains(activity))
                    return true;
            }

            return false;
        }
    }
}
