using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>A table with the exact counts and what is to be shown of each. Rows are in the order in which they are published.</summary>
internal sealed class Sheet
{
    private readonly Counts[] _counts;
    private readonly Dictionary<RowKey, int> _rows;
    private readonly Showing[,] _showing;

    public Sheet(UsageTable table, IReadOnlyDictionary<RowKey, Counts> rows)
    {
        Table = table;
        Keys = [.. rows.Keys.Order()];
        _counts = [.. Keys.Select(key => rows[key])];
        _rows = Enumerable.Range(0, Keys.Length).ToDictionary(row => Keys[row]);
        _showing = new Showing[Keys.Length, Counts.Measures.Count];
    }

    public UsageTable Table { get; }

    public RowKey[] Keys { get; }

    public bool AnySuppressed { get; private set; }

    public long Count(int row, Measure measure) => _counts[row][measure];

    public Showing this[int row, Measure measure]
    {
        get => _showing[row, (int)measure];
        set
        {
            _showing[row, (int)measure] = value;
            AnySuppressed |= value == Showing.Suppressed;
        }
    }

    /// <summary>Rows, by their keys.</summary>
    public IEnumerable<int> Rows(Func<RowKey, bool> which) => Enumerable.Range(0, Keys.Length).Where(row => which(Keys[row]));

    /// <summary>The row of this key; null: there is none.</summary>
    public int? RowOf(RowKey key) => _rows.TryGetValue(key, out var row) ? row : null;

    /// <summary>Whether the row of this key is there and shown.</summary>
    public bool Shows(RowKey key, Measure measure) => RowOf(key) is { } row && this[row, measure] == Showing.Shown;

    public long CountOf(RowKey key, Measure measure) => RowOf(key) is { } row ? Count(row, measure) : 0;

    public void LeaveOut(IEnumerable<int> rows, Measure measure)
    {
        foreach (var row in rows)
            this[row, measure] = Showing.LeftOut;
    }

    /// <summary>What the contacts of a row are decides on its other measures first: these can only be shown less.</summary>
    public void Inherit(Measure measure)
    {
        for (var row = 0; row < Keys.Length; row++)
            this[row, measure] = this[row, Measure.Contacts];
    }

    public PublishedTable Publish() => new(Table,
    [
        .. Enumerable.Range(0, Keys.Length).Where(row => this[row, Measure.Contacts] != Showing.LeftOut)
            .Select(row => new PublishedRow(Keys[row], FigureOf(row, Measure.Contacts), FigureOf(row, Measure.Searches), FigureOf(row, Measure.Signposts))),
    ]);

    private Figure FigureOf(int row, Measure measure) => this[row, measure] switch
    {
        Showing.Shown => new Figure(Showing.Shown, Rule.Round(Count(row, measure))),
        Showing.Suppressed => Figure.Suppressed,
        _ => Figure.LeftOut,
    };
}
