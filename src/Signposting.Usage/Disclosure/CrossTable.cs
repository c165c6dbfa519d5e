using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>
/// Conditions by deciles. The cells of a condition add up to its row in the table of conditions; those of a decile cover its row
/// in the table of deciles, because each contact has one decile and at least one condition (or the row for none). Both totals
/// are taken to be known exactly. A cell is safe when the suppressed cells can be changed among each other so that it becomes 1 or
/// less, and so that it becomes 7 or more: that is a flow from its condition to its decile through the other suppressed cells.
/// </summary>
internal sealed class CrossTable
{
    private readonly Sheet _sheet;
    private readonly Measure _measure;
    private readonly CrossCounts _counts;

    /// <param name="conditions">Decided on already, as are <paramref name="deciles"/>.</param>
    public CrossTable(Sheet sheet, Sheet conditions, Sheet deciles, Measure measure)
    {
        (_sheet, _measure) = (sheet, measure);
        sheet.LeaveOut(sheet.Rows(key => !conditions.Shows(new RowKey(key.First), measure) || !deciles.Shows(new RowKey(key.Second), measure)), measure);
        _counts = new CrossCounts(sheet, conditions, deciles, measure);
    }

    public void Protect()
    {
        var waiting = new Queue<int>(_sheet.Rows(_ => true).Where(IsSuppressed));
        while (waiting.TryDequeue(out var cell))
        {
            while (IsSuppressed(cell) && !IsSafe(cell))
            {
                if (NextToSuppress(_sheet.Keys[cell]) is { } next)
                {
                    _sheet[next, _measure] = Showing.Suppressed;
                    waiting.Enqueue(next);
                }
                else
                    _sheet.LeaveOut(_sheet.Rows(key => key.First == _sheet.Keys[cell].First), _measure);
            }
        }
    }

    private bool IsSuppressed(int cell) => _sheet[cell, _measure] == Showing.Suppressed;

    /// <summary>The smallest cell of the same condition or decile that is still shown.</summary>
    private int? NextToSuppress(RowKey unsafeKey)
    {
        var shown = _sheet.Rows(key => key.First == unsafeKey.First || key.Second == unsafeKey.Second).Where(cell => _sheet[cell, _measure] == Showing.Shown).ToList();
        return shown.Count == 0 ? null : shown.MinBy(cell => _sheet.Count(cell, _measure));
    }

    private bool IsSafe(int cell)
    {
        var (row, column) = _counts.PlaceOf(_sheet.Keys[cell]);
        var count = _sheet.Count(cell, _measure);
        var decile = _counts.Rows + column;
        return _counts.MostOf(row, column) >= Rule.Most
            && Network(row, column).Carries(row, decile, count - 1)
            && Network(row, column).Carries(decile, row, Rule.Most - count);
    }

    /// <summary>
    /// What flows from a condition to a decile makes a cell larger, backwards smaller. A decile may keep what it receives, and
    /// give away what covers it more than once, because a contact may have several conditions.
    /// </summary>
    private Flow Network(int withoutRow, int withoutColumn)
    {
        var spare = _counts.Rows + _counts.Columns;
        var flow = new Flow(spare + 1);
        for (var column = 0; column < _counts.Columns; column++)
        {
            flow.Allow(_counts.Rows + column, spare, Flow.Unlimited);
            flow.Allow(spare, _counts.Rows + column, _counts.SlackOf(column));
            for (var row = 0; row < _counts.Rows; row++)
            {
                if ((row, column) == (withoutRow, withoutColumn))
                    continue;
                var (up, down) = FreedomOf(row, column);
                flow.Allow(row, _counts.Rows + column, up);
                flow.Allow(_counts.Rows + column, row, down);
            }
        }

        return flow;
    }

    private (long Up, long Down) FreedomOf(int row, int column)
    {
        var count = _counts[row, column];
        var room = Math.Max(0, _counts.MostOf(row, column) - count);
        // What is not listed has no least; what is shown, and what is not there at all, does not move.
        if (_counts.IsGathered(row, column))
            return (room, count);
        return _counts.CellOf(row, column) is not { } cell ? (0, 0) : _sheet[cell, _measure] switch
        {
            Showing.Suppressed => (room, count - LeastOf(count)),
            Showing.LeftOut => (room, count),
            _ => (0, 0),
        };
    }

    private long LeastOf(long count) => Math.Min(count, _measure == Measure.Contacts ? 1 : 0);
}
