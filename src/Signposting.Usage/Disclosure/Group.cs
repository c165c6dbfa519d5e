using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>
/// Rows of a sheet that together make up a total which may be known exactly. Suppresses further rows until every suppressed one
/// could be 1 or less, and 7 or more, whatever else is known of the total and of the rows that are shown.
/// </summary>
internal sealed class Group(Sheet sheet, IReadOnlyList<int> rows, Measure measure)
{
    /// <summary>A row that is listed has at least one contact; of events it may have none.</summary>
    public long Least => measure == Measure.Contacts ? 1 : 0;

    private IEnumerable<int> Suppressed => rows.Where(row => sheet[row, measure] == Showing.Suppressed);

    private IEnumerable<int> Shown => rows.Where(row => sheet[row, measure] == Showing.Shown);

    /// <summary>
    /// Each counts in exactly one row. Two suppressed rows or more, and so many in them that any one could be 7 while each
    /// of the others keeps its least: then what one has less another can have more, and nothing outside the group moves.
    /// </summary>
    /// <param name="atLeastOne">Some rows must be suppressed, though none is yet.</param>
    /// <returns>False: it cannot be done.</returns>
    public bool ProtectPartition(bool atLeastOne)
    {
        if (atLeastOne && !Suppressed.Any() && !SuppressOneOf(Shown, 0))
            return false;
        while (Suppressed.Any())
        {
            var (among, sum) = (Suppressed.Count(), Suppressed.Sum(row => sheet.Count(row, measure)));
            var need = Rule.Most + (Least * (among - 1)) - sum;
            if (among >= 2 && need <= 0)
                return true;
            // One more suppressed row keeps its own least.
            if (!SuppressOneOf(Shown, need + Least))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Each counts in one row or more; in <paramref name="none"/>, where there is one, only what is in no other. What is taken from
    /// one suppressed row goes to another; what is added comes from those that are counted elsewhere, who can be in both.
    /// </summary>
    /// <param name="total">How many there are in all.</param>
    /// <param name="noneTakesAll">Whether any could be in the row for none; otherwise it takes no part when others change places.</param>
    /// <returns>False: it cannot be done.</returns>
    public bool ProtectOverlapping(long total, int? none, bool noneTakesAll = true)
    {
        while (Suppressed.Any())
        {
            var isNoneSuppressed = none is { } row && sheet[row, measure] == Showing.Suppressed;
            if (Suppressed.Count(other => noneTakesAll || other != none) < 2)
            {
                if (!SuppressOneOf(Shown.Where(other => noneTakesAll || other != none), 0))
                    return false;
            }
            else if (!isNoneSuppressed && none is { } shownNone && total - sheet.Count(shownNone, measure) < Rule.Most)
                sheet[shownNone, measure] = Showing.Suppressed;
            else if (isNoneSuppressed && Shown.Any(other => total - sheet.Count(other, measure) < Rule.Most))
                sheet[Shown.MaxBy(other => sheet.Count(other, measure)), measure] = Showing.Suppressed;
            else
                return total >= Rule.Most;
        }

        return true;
    }

    /// <summary>The smallest that is enough, or else the largest; of equal ones the first.</summary>
    private bool SuppressOneOf(IEnumerable<int> candidates, long need)
    {
        var all = candidates.ToList();
        if (all.Count == 0)
            return false;
        var enough = all.Where(row => sheet.Count(row, measure) >= need).ToList();
        sheet[enough.Count > 0 ? enough.MinBy(row => sheet.Count(row, measure)) : all.MaxBy(row => sheet.Count(row, measure)), measure] = Showing.Suppressed;
        return true;
    }
}
