using Signposting.Api.Activities;
using Signposting.Api.Hosting;
using Signposting.Store.Usage;
using Signposting.Usage.Counting;
using Signposting.Usage.Disclosure;
using Signposting.Usage.Tables;

namespace Signposting.Api.Extracts;

/// <summary>Makes of counts what may be published.</summary>
internal sealed class ReportMaker(ActivityConcepts activities, DataOrigin origin)
{
    public MonthReport Make(Month month, string? icb, MonthCounts counts, LateCounts late, Offers? offers = null) => new()
    {
        Month = month.ToString(),
        Icb = icb,
        Vintage = string.Join("; ", counts.Vintages.Select(InWords)),
        Rule = Rule.Name,
        Demo = origin.Demo,
        Tables = DisclosureControl.Publish(counts).ToDictionary(table => table.Table.Name, IReadOnlyList<ReportRow> (table) => [.. table.Rows.Select(row => RowOf(table.Table, row))], StringComparer.Ordinal),
        Adjustments = [.. BesideTables.PublishLate(late.Months).Select(row => ReportRow.Of([row.Key.First], row.Contacts, row.Searches, row.Signposts))],
        OfferedAt = offers?.At,
        SupplyByCondition = offers?.Of(icb).ByCondition ?? [],
        SupplyByActivity = offers?.Of(icb).ByActivity(LabelOf) ?? [],
        Quality = offers?.Of(icb).Quality ?? [],
        Gaps = offers?.GapsOf(icb) ?? [],
    };

    /// <summary>As a reader of a publication would name it.</summary>
    public static string InWords(UsageVintage vintage) => $"LSOA {vintage.LsoaYear}, ICB {vintage.IcbYear}, IMD {vintage.ImdYear}";

    private ReportRow RowOf(UsageTable table, PublishedRow row)
    {
        string[] key = [.. new[] { row.Key.First, row.Key.Second, row.Key.Third }.Take(table.Dimensions.Count)];
        return ReportRow.Of(table == UsageTable.ByActivity ? [.. key, LabelOf(row.Key.First)] : key, row.Contacts, row.Searches, row.Signposts);
    }

    private string LabelOf(string activity) => activities.Current.TryGet(activity, out var concept) ? concept.PrefLabel : "";
}
