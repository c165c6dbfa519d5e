using Signposting.Usage.Tables;

namespace Signposting.Api.Extracts;

/// <summary>A table as it is read: its columns, in order, with what they mean.</summary>
/// <param name="Dimensions">Names of its dimensions.</param>
internal sealed record TableShape(string Name, string Description, IReadOnlyList<string> Dimensions)
{
    public static readonly IReadOnlyList<string> Measures = ["contacts", "searches", "signposts"];

    public static readonly IReadOnlyList<TableShape> All =
    [
        .. UsageTable.All.Select(table => new TableShape(table.Name, table.Description, table == UsageTable.ByActivity ? [.. table.Dimensions, "label"] : table.Dimensions)),
        new(UsageParameters.Adjustments, "What came too late for the month that it belongs to, counted here once. A contact may also have been counted in its month.", ["adjusts"]),
    ];

    public static TableShape Of(string name) => All.Single(shape => shape.Name == name);

    public IReadOnlyList<ReportRow> RowsOf(MonthReport report) => Name == UsageParameters.Adjustments ? report.Adjustments : report.Tables[Name];
}
