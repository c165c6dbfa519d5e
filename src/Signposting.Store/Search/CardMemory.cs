using System.Collections.Concurrent;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Cards around places that were searched before, by cell, for as long as the cell's version is what it was when they were read. Searches in one
/// town read the same few thousand cards again and again, and a search that ranks reads all of them. At most <see cref="MostCards"/> (about 60 MB).
/// </summary>
internal sealed class CardMemory
{
    private const int MostCards = 250_000;

    /// <summary>A box of more cells is read from the index: it is searched too seldom to be worth remembering.</summary>
    private const int MostCells = 150;

    private static readonly IReadOnlyCollection<OpportunityKind> AllKinds = Enum.GetValues<OpportunityKind>();
    private static readonly CandidateFilter All = new(AllKinds, null);

    private readonly ConcurrentDictionary<long, (long Version, Candidate[] Cards)> _cells = new();
    private int _count;

    /// <summary>Everything offered at a place inside the box that passes the filter, and perhaps some beside it, in no order.</summary>
    public async ValueTask<IReadOnlyList<Candidate>> ReadBoxAsync(IStoreReader reader, GeoBox box, CandidateFilter filter, CancellationToken cancel)
    {
        var (firstRow, lastRow) = (CardCell.Row(box.MinLat), CardCell.Row(box.MaxLat));
        var (firstColumn, lastColumn) = (CardCell.Column(box.MinLon), CardCell.Column(box.MaxLon));
        if (filter.Words || (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > MostCells)
            return await reader.ReadBoxAsync(box, filter, cancel).ConfigureAwait(false);

        var versions = await reader.ReadCellVersionsAsync(firstRow, lastRow, firstColumn, lastColumn, cancel).ConfigureAwait(false);
        var found = new List<Candidate>();
        var kinds = filter.Kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));
        var wanted = filter.Activities?.ToHashSet();
        for (var row = firstRow; row <= lastRow; row++)
        {
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                // A cell without a version holds nothing.
                if (versions.TryGetValue(CardCell.At(row, column), out var version))
                    Take(await CellAsync(reader, row, column, version, cancel).ConfigureAwait(false), kinds, wanted, found);
            }
        }

        return found;
    }

    private static void Take(Candidate[] cards, int kinds, HashSet<int>? wanted, List<Candidate> found)
    {
        foreach (var card in cards)
        {
            if ((kinds & (1 << (int)card.Kind)) != 0 && (wanted is null || Array.Exists(card.Activities, wanted.Contains)))
                found.Add(card);
        }
    }

    private async ValueTask<Candidate[]> CellAsync(IStoreReader reader, long row, long column, long version, CancellationToken cancel)
    {
        var cell = CardCell.At(row, column);
        if (_cells.TryGetValue(cell, out var known) && known.Version == version)
            return known.Cards;
        var read = await reader.ReadBoxAsync(CardCell.BoxOf(row, column), All, cancel).ConfigureAwait(false);
        Candidate[] cards = [.. read.Where(card => card.Point is { } point && CardCell.Of(point) == cell)];
        Remember(cell, version, cards);
        return cards;
    }

    private void Remember(long cell, long version, Candidate[] cards)
    {
        if (Interlocked.Add(ref _count, cards.Length) > MostCards)
        {
            _cells.Clear();
            Volatile.Write(ref _count, cards.Length);
        }

        _cells[cell] = (version, cards);
    }
}
