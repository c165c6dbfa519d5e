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
    private readonly Sheet _conditions;
    private readonly Sheet _deciles;
    private readonly Measure _measure;
    private readonly CrossAxis _rows;
    private readonly CrossAxis _columns;

    /// <param name="conditions">Decided on already, as are <paramref name="deciles"/>.</param>
    public CrossTable(Sheet sheet, Sheet conditions, Sheet deciles, Measure measure)
    {
        (_sheet, _conditions, _deciles, _measure) = (sheet, conditions, deciles, measure);
        // Those of no condition are moved only where their row is shown: elsewhere they count as known, which is stricter.
        _rows = new CrossAxis(conditions, measure, key => key == Words.NoneNamed);
        _columns = new CrossAxis(deciles, measure, _ => false);
    }

    public void Protect()
    {
        _sheet.LeaveOut(_sheet.Rows(key => !IsListed(key)), _measure);
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

    private bool IsListed(RowKey key) => _conditions.Shows(new RowKey(key.First), _measure) && _deciles.Shows(new RowKey(key.Second), _measure);

    private bool IsSuppressed(int cell) => _sheet[cell, _measure] == Showing.Suppressed;

    /// <summary>The smallest cell of the same condition or decile that is still shown.</summary>
    private int? NextToSuppress(RowKey unsafeKey)
    {
        var shown = _sheet.Rows(key => key.First == unsafeKey.First || key.Second == unsafeKey.Second).Where(cell => _sheet[cell, _measure] == Showing.Shown).ToList();
        return shown.Count == 0 ? null : shown.MinBy(cell => _sheet.Count(cell, _measure));
    }

    private bool IsSafe(int cell)
    {
        var (row, column) = (_rows.IndexOf(_sheet.Keys[cell].First), _columns.IndexOf(_sheet.Keys[cell].Second));
        var count = _sheet.Count(cell, _measure);
        var from = (_rows.Count + column, Row: row);
        return MostOf(row, column) >= Rule.Most
            && Network(row, column).Carries(row, from.Item1, count - 1)
            && Network(row, column).Carries(from.Item1, row, Rule.Most - count);
    }

    /// <summary>
    /// What flows from a condition to a decile makes a cell larger, backwards smaller. A decile may keep what it receives, and
    /// give away what covers it more than once, because a contact may have several conditions.
    /// </summary>
    private Flow Network(int withoutRow, int withoutColumn)
    {
        var spare = _rows.Count + _columns.Count;
        var flow = new Flow(spare + 1);
        for (var column = 0; column < _columns.Count; column++)
        {
            flow.Allow(_rows.Count + column, spare, Flow.Unlimited);
            flow.Allow(spare, _rows.Count + column, SlackOf(column));
            for (var row = 0; row < _rows.Count; row++)
            {
                if ((row, column) == (withoutRow, withoutColumn))
                    continue;
                var (up, down) = FreedomOf(row, column);
                flow.Allow(row, _rows.Count + column, up);
                flow.Allow(_rows.Count + column, row, down);
            }
        }

        return flow;
    }

    private (long Up, long Down) FreedomOf(int row, int column)
    {
        var count = CountOf(row, column);
        var room = Math.Max(0, MostOf(row, column) - count);
        // What is not listed has no least; what is shown, and what is not there at all, does not move.
        if (_rows.IsGathered(row) || _columns.IsGathered(column))
            return (room, count);
        return CellOf(row, column) is not { } cell ? (0, 0) : _sheet[cell, _measure] switch
        {
            Showing.Suppressed => (room, count - LeastOf(count)),
            Showing.LeftOut => (room, count),
            _ => (0, 0),
        };
    }

    private long LeastOf(long count) => Math.Min(count, _measure == Measure.Contacts ? 1 : 0);

    /// <summary>Who has no condition has no other. What both could gain is divided between them, so that both may gain at once.</summary>
    private long MostOf(int row, int column)
    {
        var none = _columns.Keys(column).Sum(decile => CountAt(Words.NoneNamed, decile));
        var total = _columns.Keys(column).Sum(decile => _deciles.CountOf(new RowKey(decile), _measure));
        var most = Enumerable.Range(0, _rows.Count).Where(other => !_rows.Is(other, Words.NoneNamed)).Select(other => CountOf(other, column)).DefaultIfEmpty().Max();
        var share = Math.Max(0, total - none - most) / 2;
        return _rows.Is(row, Words.NoneNamed) ? none + share : total - none - share;
    }

    private long SlackOf(int column) => _columns.Keys(column).Sum(decile =>
        _conditions.Keys.Sum(condition => CountAt(condition.First, decile)) - _deciles.CountOf(new RowKey(decile), _measure));

    private long CountOf(int row, int column) => _rows.Keys(row).Sum(condition => _columns.Keys(column).Sum(decile => CountAt(condition, decile)));

    private long CountAt(string condition, string decile) => _sheet.CountOf(new RowKey(condition, decile), _measure);

    private int? CellOf(int row, int column) =>
        Array.BinarySearch(_sheet.Keys, new RowKey(_rows.Keys(row)[0], _columns.Keys(column)[0])) is var cell and >= 0 ? cell : null;
}
