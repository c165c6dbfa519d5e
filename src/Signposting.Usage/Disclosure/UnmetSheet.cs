using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>
/// Unmet demand. What was met is not published, so that nothing adds up to a total here: a row can always be 1. How large it can be is
/// limited by how many have its condition and how many live in its area; both are taken to be known exactly.
/// </summary>
internal sealed class UnmetSheet(Sheet sheet, Sheet conditions, Sheet areas, Measure measure)
{
    private readonly Dictionary<string, RowKey> _areas = areas.Keys.Where(key => key.First != Levels.Msoa).ToDictionary(key => key.Second, StringComparer.Ordinal);

    /// <summary>An unmet contact has searched: what limits its searches limits it too.</summary>
    private readonly IReadOnlyList<Measure> _limits = measure == Measure.Contacts ? [Measure.Contacts, Measure.Searches] : [measure];

    public void Protect()
    {
        sheet.LeaveOut(sheet.Rows(key => !IsListed(key)), measure);
        // Each turn shows less, so that there is an end.
        while (Suppressed(_ => true).Cast<int?>().FirstOrDefault(row => !_limits.All(limit => FitsCondition(row!.Value, limit) && FitsArea(row.Value, limit))) is { } tight)
        {
            var key = sheet.Keys[tight];
            if (!_limits.All(limit => FitsCondition(tight, limit)))
                Hide(other => other.Second == key.Second);
            else
                Hide(other => other.First == key.First);
        }
    }

    private bool IsListed(RowKey key) => _areas.TryGetValue(key.First, out var area)
        && _limits.All(limit => conditions.Shows(new RowKey(key.Second), limit) && areas.Shows(area, limit));

    private IEnumerable<int> Suppressed(Func<RowKey, bool> which) => sheet.Rows(which).Where(row => sheet[row, measure] == Showing.Suppressed);

    private IEnumerable<int> Shown(Func<RowKey, bool> which) => sheet.Rows(which).Where(row => sheet[row, measure] == Showing.Shown);

    /// <summary>Suppresses the largest that is shown, or else leaves all of them out.</summary>
    private void Hide(Func<RowKey, bool> which)
    {
        var shown = Shown(which).ToList();
        if (shown.Count > 0)
            sheet[shown.MaxBy(row => sheet.Count(row, measure)), measure] = Showing.Suppressed;
        else
            sheet.LeaveOut(sheet.Rows(which), measure);
    }

    /// <summary>A contact with a condition has one area and one distance.</summary>
    private bool FitsCondition(int row, Measure limit)
    {
        var condition = sheet.Keys[row].Second;
        var taken = sheet.Rows(key => key.Second == condition).Where(other => other != row).Sum(other => KnownOf(other, limit));
        return conditions.CountOf(new RowKey(condition), limit) - taken >= Rule.Most;
    }

    /// <summary>A contact of an area has one distance, and there any number of conditions, or none.</summary>
    private bool FitsArea(int row, Measure limit)
    {
        var (area, condition, nearest) = sheet.Keys[row];
        var isNone = condition == Words.NoneNamed;
        var elsewhere = sheet.Rows(key => key.First == area).Select(other => sheet.Keys[other].Third).Where(other => other != nearest).Distinct()
            .Sum(other => KnownAt(area, other, limit, withNone: true) + KnownAt(area, other, limit, withNone: false));
        return areas.CountOf(_areas[area], limit) - elsewhere - KnownAt(area, nearest, limit, withNone: !isNone) >= Rule.Most;
    }

    /// <summary>How many there are at least at a distance, among those without a condition or among those with any.</summary>
    private long KnownAt(string area, string nearest, Measure limit, bool withNone) => sheet
        .Rows(key => key.First == area && key.Third == nearest && key.Second == Words.NoneNamed == withNone)
        .Select(row => KnownOf(row, limit))
        .DefaultIfEmpty().Max();

    /// <summary>How many there are at least in a row: a contact that is listed is one, and has searched.</summary>
    private long KnownOf(int row, Measure limit) => sheet[row, measure] switch
    {
        Showing.Shown => sheet.Count(row, limit),
        Showing.Suppressed => limit == Measure.Signposts ? 0 : 1,
        _ => 0,
    };
}
