using Signposting.Usage.Counting;

namespace Signposting.Usage.Disclosure;

/// <summary>The cross table of conditions and deciles as numbers: rows and columns that are not shown by themselves are gathered in one each.</summary>
internal sealed class CrossCounts
{
    private readonly CrossAxis _rows;
    private readonly CrossAxis _columns;
    private readonly long[,] _counts;
    private readonly int?[,] _cells;
    private readonly long[] _none;
    private readonly long[] _totals;
    private readonly long[] _slack;
    private readonly long[] _share;
    private readonly int _noneRow;

    public CrossCounts(Sheet sheet, Sheet conditions, Sheet deciles, Measure measure)
    {
        // Those of no condition are moved only where their row is shown: elsewhere they count as known, which is stricter.
        _rows = new CrossAxis(conditions, measure, key => key == Words.NoneNamed);
        _columns = new CrossAxis(deciles, measure, _ => false);
        _counts = new long[Rows, Columns];
        _cells = new int?[Rows, Columns];
        (_none, _totals, _slack, _share) = (new long[Columns], new long[Columns], new long[Columns], new long[Columns]);
        _noneRow = Enumerable.Range(0, Rows).Where(row => _rows.Is(row, Words.NoneNamed)).DefaultIfEmpty(-1).Single();
        for (var column = 0; column < Columns; column++)
        {
            var keys = _columns.Keys(column);
            for (var row = 0; row < Rows; row++)
            {
                _counts[row, column] = _rows.Keys(row).Sum(condition => keys.Sum(decile => sheet.CountOf(new RowKey(condition, decile), measure)));
                _cells[row, column] = sheet.RowOf(new RowKey(_rows.Keys(row)[0], keys[0]));
            }

            _none[column] = keys.Sum(decile => sheet.CountOf(new RowKey(Words.NoneNamed, decile), measure));
            _totals[column] = keys.Sum(decile => deciles.CountOf(new RowKey(decile), measure));
            _slack[column] = keys.Sum(decile => conditions.Keys.Sum(condition => sheet.CountOf(new RowKey(condition.First, decile), measure))) - _totals[column];
            var most = Enumerable.Range(0, Rows).Where(row => row != _noneRow).Select(row => _counts[row, column]).DefaultIfEmpty().Max();
            _share[column] = Math.Max(0, _totals[column] - _none[column] - most) / 2;
        }
    }

    public int Rows => _rows.Count;

    public int Columns => _columns.Count;

    public long this[int row, int column] => _counts[row, column];

    public (int Row, int Column) PlaceOf(RowKey key) => (_rows.IndexOf(key.First), _columns.IndexOf(key.Second));

    /// <summary>Whether it is not a cell of the table, but several put together.</summary>
    public bool IsGathered(int row, int column) => _rows.IsGathered(row) || _columns.IsGathered(column);

    /// <summary>The row of the sheet; null: there is none, because it has no contacts.</summary>
    public int? CellOf(int row, int column) => _cells[row, column];

    /// <summary>Who has no condition has no other. What both could gain is divided between them, so that both may gain at once.</summary>
    public long MostOf(int row, int column) => row == _noneRow ? _none[column] + _share[column] : _totals[column] - _none[column] - _share[column];

    /// <summary>How much more than its total covers a decile, because contacts have several conditions.</summary>
    public long SlackOf(int column) => _slack[column];
}
