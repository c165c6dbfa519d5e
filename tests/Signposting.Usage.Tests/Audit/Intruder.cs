using Google.OrTools.Sat;
using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Tests.Audit;

/// <summary>A suppressed figure that can be told more closely than 1 to 7.</summary>
internal sealed record Leak(string Table, RowKey Row, Measure Measure, string Why)
{
    public override string ToString() => $"{Table} {Row.First} {Row.Second} {Row.Third} {Measure}: {Why}";
}

/// <summary>
/// Somebody who holds all that was published of a month, what later months published of it included, and knows how it is made. Writes
/// down as integer equations what it says, and asks for each <c>*</c> whether a month with 1 or less, and one with 7 or more in it, could
/// have been published like this. Shares no line with what suppresses, and decides the same each time.
/// </summary>
internal sealed class Intruder
{
    private const int Far = 100_000;
    private const int Small = 7;
    private const string Late = "adjustments";
    private const string Gaps = "data-gaps";

    // In the solver's own time, which is the same on every machine.
    private const string Solving = "num_workers:1 random_seed:1 max_deterministic_time:60";

    private readonly CpModel _model = new();
    private readonly Dictionary<(string Table, RowKey Row, Measure Measure), IntVar> _figures = [];
    private readonly List<(string Table, RowKey Row, Measure Measure)> _suppressed = [];
    private readonly Dictionary<string, IReadOnlyList<PublishedRow>> _tables;
    private readonly List<Leak> _shown = [];
    private readonly bool _isNational;

    private Intruder(PublishedMonth month, bool isNational)
    {
        (_tables, _isNational) = (month.Tables.ToDictionary(table => table.Table.Name, table => table.Rows), isNational);
        _tables.Add(Late, [.. month.Late.Select((row, later) => row with { Key = row.Key with { Second = $"{later}" } })]);
        _tables.Add(Gaps, [.. month.Gaps.Select((figure, number) => new PublishedRow(new RowKey($"{number}"), Figure.LeftOut, figure, Figure.LeftOut))]);
    }

    public static List<Leak> LeaksOf(PublishedMonth month, bool isNational)
    {
        var intruder = new Intruder(month, isNational);
        foreach (var measure in Counts.Measures)
            intruder.WriteDown(measure);
        intruder.WriteDownSearched();
        return [.. intruder._shown, .. intruder._shown.Count == 0 ? intruder.Find() : []];
    }

    private void WriteDown(Measure measure)
    {
        foreach (var (name, rows) in _tables)
        {
            foreach (var row in rows)
                Note(name, row.Key, measure);
        }

        var total = _model.NewIntVar(0, Far, $"total {measure}");
        Adds("by-deprivation", _ => true, measure, total);
        Adds("by-area", key => key.First != "msoa", measure, total);
        foreach (var parent in _tables["by-area"].Where(row => row.Key.First == "sub-icb"))
            Adds("by-area", key => key.Third == parent.Key.Second, measure, FigureOf("by-area", parent.Key, measure));
        SameUnknown(measure);
        Covers("by-condition", measure, total, "none-named", complete: true);
        Covers("by-activity", measure, total, "none-named", complete: measure == Measure.Contacts);
        if (measure == Measure.Signposts)
            Adds("by-provider", key => key.First != "none", measure, total);
        else
            Covers("by-provider", measure, total, "none", complete: true);
        if (measure == Measure.Contacts)
            Covers("by-channel", measure, total, null, complete: true);
        else
            Adds("by-channel", _ => true, measure, total);
        CrossTable(measure);
        Unmet(measure);
        // Searches that met a gap are searches of the nation, of which a board knows no total.
        if (_isNational && measure == Measure.Searches)
            Figures(Gaps, _ => true, measure).ForEach(searches => _model.Add(searches <= total));
    }

    private void Note(string table, RowKey row, Measure measure)
    {
        var found = _tables[table].Single(one => one.Key == row);
        var figure = measure switch { Measure.Contacts => found.Contacts, Measure.Searches => found.Searches, _ => found.Signposts };
        // Of contacts, and of searches that stand for themselves, 1 to 7 are never shown.
        var isCounted = measure == Measure.Contacts || (table == Gaps && measure == Measure.Searches);
        if (isCounted && figure is { Showing: Showing.Shown, Value: > 0 and <= Small - 2 })
            _shown.Add(new Leak(table, row, measure, $"{figure.Value} is shown, which is 1 to 7"));
        var least = !isCounted ? 0 : figure.Showing == Showing.Shown ? figure.Value == 0 ? 0 : Small + 1 : 1;
        _figures[(table, row, measure)] = figure.Showing == Showing.Shown
            ? _model.NewIntVar(Math.Max(least, figure.Value - 2), isCounted && figure.Value == 0 ? 0 : figure.Value + 2, "")
            : _model.NewIntVar(least, Far, "");
        if (figure.Showing == Showing.Suppressed)
            _suppressed.Add((table, row, measure));
    }

    private IntVar FigureOf(string table, RowKey row, Measure measure) => _figures[(table, row, measure)];

    private List<IntVar> Figures(string table, Func<RowKey, bool> which, Measure measure) => [.. _tables[table].Where(row => which(row.Key)).Select(row => FigureOf(table, row.Key, measure))];

    /// <summary>Each is in one row. Where no row is listed the table was withheld.</summary>
    private void Adds(string table, Func<RowKey, bool> which, Measure measure, IntVar total)
    {
        if (Figures(table, which, measure) is { Count: > 0 } rows)
            _model.Add(LinearExpr.Sum(rows) == total);
    }

    /// <summary>Each is in a row, or in several; but in the row for none, in no other.</summary>
    private void Covers(string table, Measure measure, IntVar total, string? none, bool complete)
    {
        if (Figures(table, _ => true, measure) is not { Count: > 0 } rows)
            return;
        if (complete)
            _model.Add(LinearExpr.Sum(rows) >= total);
        var without = Figures(table, key => key.First == none, measure).FirstOrDefault();
        foreach (var row in rows)
            _model.Add(without is null || ReferenceEquals(without, row) ? row <= total : row + without <= total);
    }

    private void SameUnknown(Measure measure)
    {
        if (Figures("by-area", key => key.First == "not-known", measure).FirstOrDefault() is not { } area || Figures("by-deprivation", key => key.First == "not-known", measure).FirstOrDefault() is not { } decile)
            return;
        // In a national table an area may be unknown within a known board.
        _model.Add(_isNational ? area <= decile : area == decile);
    }

    private void CrossTable(Measure measure)
    {
        const string Table = "by-condition-and-deprivation";
        var listed = _tables[Table].Select(row => row.Key).ToHashSet();
        var (conditions, deciles) = (_tables["by-condition"].ToList(), _tables["by-deprivation"].ToList());
        if (conditions.Count == 0 || deciles.Count == 0)
            return;
        var shownDeciles = deciles.Where(row => row.Contacts.Showing == Showing.Shown).Select(row => row.Key.First).ToHashSet();
        var cells = new Dictionary<(string, string), IntVar>();
        foreach (var condition in conditions.Select(row => row.Key.First))
        {
            // An empty cell of a condition that is split is not listed; neither is anything of one that is not split.
            var isSplit = listed.Any(key => key.First == condition);
            foreach (var decile in deciles.Select(row => row.Key.First))
            {
                var key = new RowKey(condition, decile);
                cells[(condition, decile)] = listed.Contains(key) ? FigureOf(Table, key, measure) : _model.NewIntVar(0, isSplit && shownDeciles.Contains(decile) ? 0 : Far, "");
            }

            _model.Add(LinearExpr.Sum(deciles.Select(row => cells[(condition, row.Key.First)])) == FigureOf("by-condition", new RowKey(condition), measure));
        }

        foreach (var decile in deciles.Select(row => row.Key.First))
        {
            var total = FigureOf("by-deprivation", new RowKey(decile), measure);
            _model.Add(LinearExpr.Sum(conditions.Select(row => cells[(row.Key.First, decile)])) >= total);
            var none = cells.GetValueOrDefault(("none-named", decile));
            foreach (var condition in conditions.Select(row => row.Key.First))
                _model.Add(none is null || condition == "none-named" ? cells[(condition, decile)] <= total : cells[(condition, decile)] + none <= total);
        }
    }

    private void Unmet(Measure measure)
    {
        const string Table = "unmet-demand";
        var keys = _tables[Table].Select(row => row.Key).ToList();
        foreach (var condition in keys.Select(key => key.Second).Distinct())
            _model.Add(LinearExpr.Sum(Figures(Table, key => key.Second == condition, measure)) <= FigureOf("by-condition", new RowKey(condition), measure));
        foreach (var area in keys.Select(key => key.First).Distinct())
        {
            var parts = new List<IntVar>();
            foreach (var nearest in keys.Where(key => key.First == area).Select(key => key.Third).Distinct())
            {
                foreach (var isNone in (bool[])[true, false])
                {
                    var rows = Figures(Table, key => key.First == area && key.Third == nearest && key.Second == "none-named" == isNone, measure);
                    var most = _model.NewIntVar(0, Far, "");
                    rows.ForEach(row => _model.Add(most >= row));
                    parts.Add(most);
                }
            }

            _model.Add(LinearExpr.Sum(parts) <= Figures("by-area", key => key.Second == area && key.First != "msoa", measure).Single());
        }
    }

    /// <summary>An unmet contact has searched at least once, and so has one that looked at nothing and was sent nowhere.</summary>
    private void WriteDownSearched()
    {
        foreach (var (table, row) in _tables["unmet-demand"].Select(row => ("unmet-demand", row)).Concat(_tables["by-provider"].Where(row => row.Key.First == "none").Select(row => ("by-provider", row))))
            _model.Add(FigureOf(table, row.Key, Measure.Contacts) <= FigureOf(table, row.Key, Measure.Searches));
    }

    private List<Leak> Find()
    {
        var leaks = new List<Leak>();
        var (low, high) = (_suppressed.ToHashSet(), _suppressed.ToHashSet());
        foreach (var cell in _suppressed)
        {
            if (low.Contains(cell) && !CanBe(cell, _figures[cell] <= 1, low, high))
                leaks.Add(new Leak(cell.Table, cell.Row, cell.Measure, "it is more than 1"));
            if (high.Contains(cell) && !CanBe(cell, _figures[cell] >= Small, low, high))
                leaks.Add(new Leak(cell.Table, cell.Row, cell.Measure, "it is less than 7"));
        }

        return leaks;
    }

    /// <summary>One such month tells of many cells at once.</summary>
    private bool CanBe((string, RowKey, Measure) cell, BoundedLinearExpression value, HashSet<(string, RowKey, Measure)> low, HashSet<(string, RowKey, Measure)> high)
    {
        _model.Add(value);
        var solver = new CpSolver { StringParameters = Solving };
        var status = solver.Solve(_model);
        // Asked, and taken back.
        _model.Model.Constraints.RemoveAt(_model.Model.Constraints.Count - 1);
        Assert.True(status is CpSolverStatus.Optimal or CpSolverStatus.Feasible or CpSolverStatus.Infeasible, $"{cell}: the solver said {status}");
        if (status == CpSolverStatus.Infeasible)
            return false;
        low.RemoveWhere(one => solver.Value(_figures[one]) <= 1);
        high.RemoveWhere(one => solver.Value(_figures[one]) >= Small);
        return true;
    }
}
