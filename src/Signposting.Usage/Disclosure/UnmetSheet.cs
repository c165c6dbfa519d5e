using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>
/// Unmet demand. What was met is not published, so that nothing adds up to a total here: a row can always be 1. How large it can be is
/// limited by how many have its condition and how many live in its area; both are taken to be known exactly.
/// </summary>
internal sealed class UnmetSheet
{
    private readonly Sheet _sheet;
    private readonly Sheet _conditions;
    private readonly Sheet _areas;
    private readonly Measure _measure;

    /// <summary>An unmet contact has searched: what limits its searches limits it too.</summary>
    private readonly IReadOnlyList<Measure> _limits;

    private readonly Dictionary<string, RowKey> _keysOfAreas;
    private readonly ILookup<string, int> _rowsOfCondition;
    private readonly ILookup<string, int> _rowsOfArea;

    public UnmetSheet(Sheet sheet, Sheet conditions, Sheet areas, Measure measure)
    {
        (_sheet, _conditions, _areas, _measure) = (sheet, conditions, areas, measure);
        _limits = measure == Measure.Contacts ? [Measure.Contacts, Measure.Searches] : [measure];
        _keysOfAreas = areas.Keys.Where(key => key.First != Levels.Msoa).ToDictionary(key => key.Second, StringComparer.Ordinal);
        _rowsOfCondition = sheet.Rows(_ => true).ToLookup(row => sheet.Keys[row].Second, StringComparer.Ordinal);
        _rowsOfArea = sheet.Rows(_ => true).ToLookup(row => sheet.Keys[row].First, StringComparer.Ordinal);
    }

    public void Protect()
    {
        _sheet.LeaveOut(_sheet.Rows(key => !IsListed(key)), _measure);
        // What is shown less leaves more room for all others, so that what fitted once fits for good.
        var waiting = new SortedSet<int>(_sheet.Rows(_ => true).Where(IsSuppressed));
        while (waiting.Count > 0)
        {
            var row = waiting.Min;
            if (!IsSuppressed(row) || (FitsCondition(row) && FitsArea(row)))
                waiting.Remove(row);
            else if (Hide(FitsCondition(row) ? _rowsOfArea[_sheet.Keys[row].First] : _rowsOfCondition[_sheet.Keys[row].Second]) is { } hidden)
                waiting.Add(hidden);
        }
    }

    private bool IsListed(RowKey key) => _keysOfAreas.TryGetValue(key.First, out var area)
        && _limits.All(limit => _conditions.Shows(new RowKey(key.Second), limit) && _areas.Shows(area, limit));

    private bool IsSuppressed(int row) => _sheet[row, _measure] == Showing.Suppressed;

    /// <summary>Suppresses the largest that is shown, or else leaves all of them out.</summary>
    /// <returns>Which was suppressed.</returns>
    private int? Hide(IEnumerable<int> rows)
    {
        var shown = rows.Where(row => _sheet[row, _measure] == Showing.Shown).ToList();
        if (shown.Count == 0)
        {
            _sheet.LeaveOut(rows, _measure);
            return null;
        }

        var largest = shown.MaxBy(row => _sheet.Count(row, _measure));
        _sheet[largest, _measure] = Showing.Suppressed;
        return largest;
    }

    /// <summary>A contact with a condition has one area and one distance.</summary>
    private bool FitsCondition(int row)
    {
        var condition = _sheet.Keys[row].Second;
        return _limits.All(limit => _conditions.CountOf(new RowKey(condition), limit) - _rowsOfCondition[condition].Where(other => other != row).Sum(other => KnownOf(other, limit)) >= Rule.Most);
    }

    /// <summary>A contact of an area has one distance, and there any number of conditions, or none.</summary>
    private bool FitsArea(int row)
    {
        var (area, condition, nearest) = _sheet.Keys[row];
        return _limits.All(limit => _areas.CountOf(_keysOfAreas[area], limit) - KnownOutside(area, nearest, isNone: condition == Words.NoneNamed, limit) >= Rule.Most);
    }

    /// <summary>
    /// How many there are at least in an area that cannot be in a row: those at other distances, and at its own those without a condition
    /// when it is of those with one, or the other way round. At a distance, and with or without a condition, rows overlap: the largest counts.
    /// </summary>
    private long KnownOutside(string area, string nearest, bool isNone, Measure limit)
    {
        var most = new Dictionary<(string Nearest, bool IsNone), long>();
        foreach (var other in _rowsOfArea[area])
        {
            var key = (_sheet.Keys[other].Third, _sheet.Keys[other].Second == Words.NoneNamed);
            if (key != (nearest, isNone))
                most[key] = Math.Max(most.GetValueOrDefault(key), KnownOf(other, limit));
        }

        return most.Values.Sum();
    }

    /// <summary>How many there are at least in a row: a contact that is listed is one, and has searched.</summary>
    private long KnownOf(int row, Measure limit) => _sheet[row, _measure] switch
    {
        Showing.Shown => _sheet.Count(row, limit),
        Showing.Suppressed => limit == Measure.Signposts ? 0 : 1,
        _ => 0,
    };
}
