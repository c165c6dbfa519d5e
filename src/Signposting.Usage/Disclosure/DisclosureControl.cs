using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>
/// Makes of the counts of a month what may be published (docs/disclosure-control.md). Without chance: the same counts give the same
/// tables. Each measure is protected by itself, contacts first: a row whose contacts are suppressed shows nothing else.
/// </summary>
public static class DisclosureControl
{
    /// <returns>All tables, in the order of the contract; without rows where nothing can be published.</returns>
    public static IReadOnlyList<PublishedTable> Publish(MonthCounts month)
    {
        ArgumentNullException.ThrowIfNull(month);
        var sheets = UsageTable.All.ToDictionary(table => table, table => new Sheet(table, month[table]));
        if (month.Total.Contacts < Rule.Fewest)
            return [.. UsageTable.All.Select(table => new PublishedTable(table, []))];
        Suppress(sheets, month, Measure.Contacts);
        var anySuppressed = sheets.Values.Any(sheet => sheet.AnySuppressed);
        foreach (var measure in (Measure[])[Measure.Searches, Measure.Signposts])
        {
            foreach (var sheet in sheets.Values)
                sheet.Inherit(measure);
            // So few that no other row could hide them.
            if (anySuppressed && month.Total[measure] < Rule.Fewest)
                SuppressAll(sheets.Values, measure);
            else
                Suppress(sheets, month, measure);
        }

        ProtectUnmet(sheets);
        LeaveOutTold(sheets[UsageTable.UnmetDemand], _ => true);
        LeaveOutTold(sheets[UsageTable.ByProvider], key => key.First == Words.None);
        return [.. UsageTable.All.Select(table => sheets[table].Publish())];
    }

    /// <summary>Last, because an unmet contact has searched: that a place had searches must be shown before it is told here.</summary>
    private static void ProtectUnmet(Dictionary<UsageTable, Sheet> sheets)
    {
        var (unmet, conditions, areas) = (sheets[UsageTable.UnmetDemand], sheets[UsageTable.ByCondition], sheets[UsageTable.ByArea]);
        foreach (var measure in Counts.Measures)
        {
            if (measure != Measure.Contacts)
                unmet.Inherit(measure);
            new UnmetSheet(unmet, conditions, areas, measure).Protect();
        }
    }

    /// <summary>Rows of contacts who have all searched: where so many contacts are shown, that there were so many searches cannot be hidden.</summary>
    private static void LeaveOutTold(Sheet sheet, Func<RowKey, bool> which) => sheet.LeaveOut(
        sheet.Rows(which).Where(row => sheet[row, Measure.Contacts] == Showing.Shown && sheet[row, Measure.Searches] == Showing.Suppressed).ToList(),
        Measure.Searches);

    private static void Suppress(Dictionary<UsageTable, Sheet> sheets, MonthCounts month, Measure measure)
    {
        if (measure == Measure.Contacts)
            SuppressSmall(sheets.Values);
        var total = month.Total[measure];
        ProtectPlaces(sheets[UsageTable.ByArea], sheets[UsageTable.ByDeprivation], measure);
        Overlapping(sheets[UsageTable.ByCondition], measure, total, Words.NoneNamed);
        Overlapping(sheets[UsageTable.ByActivity], measure, total, Words.NoneNamed);
        ProtectProviders(sheets[UsageTable.ByProvider], measure, total);
        ProtectChannels(sheets[UsageTable.ByChannel], measure, total);
        new CrossTable(sheets[UsageTable.ByConditionAndDeprivation], sheets[UsageTable.ByCondition], sheets[UsageTable.ByDeprivation], measure).Protect();
    }

    private static void SuppressSmall(IEnumerable<Sheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            foreach (var row in sheet.Rows(_ => true).Where(row => Rule.IsSmall(sheet.Count(row, Measure.Contacts))))
                sheet[row, Measure.Contacts] = Showing.Suppressed;
        }
    }

    private static void SuppressAll(IEnumerable<Sheet> sheets, Measure measure)
    {
        foreach (var sheet in sheets)
        {
            foreach (var row in sheet.Rows(_ => true))
                sheet[row, measure] = Showing.Suppressed;
        }
    }

    /// <summary>
    /// Areas and deciles. Whose area is not known has no decile either: that row tells the same in both tables, so that the known rows of
    /// both make up the same number. They are protected among themselves; where the unknown are suppressed, some known ones must be
    /// too, in both tables, or what is left would tell. Places within an area make up its total.
    /// </summary>
    private static void ProtectPlaces(Sheet areas, Sheet deciles, Measure measure)
    {
        SuppressUnknownDecile(areas, deciles, measure);
        ProtectKnown(areas, measure, key => key.First != Levels.Msoa, key => key.First == Levels.NotKnown);
        ProtectKnown(deciles, measure, _ => true, key => key.First == Words.NotKnown);
        foreach (var parent in areas.Rows(key => key.First == Levels.SubIcb))
        {
            var code = areas.Keys[parent].Second;
            if (areas[parent, measure] != Showing.Shown)
                areas.LeaveOut(areas.Rows(key => key.Third == code), measure);
            else
                Partition(areas, measure, key => key.Third == code);
        }
    }

    /// <summary>Nationally a decile can be unknown within a known board, so that the unknown areas are at most the unknown deciles: few must not be shown of these where those are suppressed.</summary>
    private static void SuppressUnknownDecile(Sheet areas, Sheet deciles, Measure measure)
    {
        if (areas.RowOf(new RowKey(Levels.NotKnown, Words.NotKnown)) is { } area && areas[area, measure] == Showing.Suppressed
            && deciles.RowOf(new RowKey(Words.NotKnown)) is { } decile && deciles.Count(decile, measure) < Rule.Most)
            deciles[decile, measure] = Showing.Suppressed;
    }

    private static void ProtectKnown(Sheet sheet, Measure measure, Func<RowKey, bool> which, Func<RowKey, bool> isUnknown)
    {
        var isUnknownSuppressed = sheet.Rows(isUnknown).Any(row => sheet[row, measure] == Showing.Suppressed);
        var known = sheet.Rows(key => which(key) && !isUnknown(key)).ToList();
        if (!new Group(sheet, known, measure).ProtectPartition(atLeastOne: isUnknownSuppressed))
            sheet.LeaveOut(sheet.Rows(which), measure);
    }

    // Who looked at nothing was sent nowhere: its signposts are none by definition, and nothing to publish.
    private static void ProtectProviders(Sheet providers, Measure measure, long total)
    {
        if (measure == Measure.Signposts)
        {
            providers.LeaveOut(providers.Rows(key => key.First == Words.None), measure);
            Partition(providers, measure, key => key.First != Words.None);
        }
        else
            // Who looked at nothing has searched: there cannot be more of them than searches.
            Overlapping(providers, measure, total, Words.None, noneTakesAll: false);
    }

    private static void ProtectChannels(Sheet channels, Measure measure, long total)
    {
        if (measure == Measure.Contacts)
            Overlapping(channels, measure, total, null);
        else
            Partition(channels, measure, _ => true);
    }

    private static void Partition(Sheet sheet, Measure measure, Func<RowKey, bool> which)
    {
        var rows = sheet.Rows(which).Where(row => sheet[row, measure] != Showing.LeftOut).ToList();
        if (!new Group(sheet, rows, measure).ProtectPartition(atLeastOne: false))
            sheet.LeaveOut(rows, measure);
    }

    private static void Overlapping(Sheet sheet, Measure measure, long total, string? none, bool noneTakesAll = true)
    {
        var rows = sheet.Rows(_ => true).ToList();
        var index = Array.FindIndex(sheet.Keys, key => key.First == none);
        if (!new Group(sheet, rows, measure).ProtectOverlapping(total, index < 0 ? null : index, noneTakesAll))
            sheet.LeaveOut(rows, measure);
    }
}
