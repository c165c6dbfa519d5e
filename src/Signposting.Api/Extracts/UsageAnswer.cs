using System.Globalization;
using System.Text.Json.Nodes;

namespace Signposting.Api.Extracts;

/// <summary>One table of a month.</summary>
internal sealed record UsageAnswer
{
    public const string Notice =
        "Counts of contacts with a signposting service, after disclosure control. Areas: source Office for National Statistics and Ministry of Housing, Communities and Local Government, Open Government Licence v3.0. Activities: OpenActive activity list, CC BY 4.0.";

    /// <summary>A calendar month, as yyyy-MM.</summary>
    public required string Month { get; init; }

    public required string Table { get; init; }

    /// <summary>ODS code of the Integrated Care Board, or national.</summary>
    public required string Icb { get; init; }

    /// <summary>Editions that the areas are of, in words; empty where no area was known. Counts compare only within one edition.</summary>
    public required string Vintage { get; init; }

    /// <summary>How disclosure was controlled.</summary>
    public required string Rule { get; init; }

    /// <summary>What to show with the figures.</summary>
    public required string Attribution { get; init; }

    /// <summary>True: the month has not ended, and the figures will change. Weaker protected than a month that is over.</summary>
    public bool? InProgress { get; init; }

    /// <summary>True: the data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>
    /// The dimensions of the table as texts, and contacts, searches and signposts: a number rounded to the nearest 5, or * where it is
    /// suppressed; absent where it is not shown because what it is part of is suppressed, or it cannot be split safely.
    /// </summary>
    public required IReadOnlyList<JsonObject> Rows { get; init; }

    public static UsageAnswer Of(MonthReport report, TableShape shape, IReadOnlyList<ReportRow> rows) => new()
    {
        Month = report.Month,
        Table = shape.Name,
        Icb = report.Icb ?? UsageParameters.National,
        Vintage = report.Vintage,
        Rule = report.Rule,
        Attribution = Notice,
        InProgress = report.InProgress,
        Demo = report.Demo,
        Rows = [.. rows.Select(row => RowOf(shape, row))],
    };

    private static JsonObject RowOf(TableShape shape, ReportRow row)
    {
        var json = new JsonObject();
        foreach (var (name, value) in shape.Dimensions.Zip(row.Key).Where(pair => pair.Second.Length > 0))
            json[name] = value;
        foreach (var (name, figure) in TableShape.Measures.Zip(row.Figures).Where(pair => pair.Second.Length > 0))
            json[name] = long.TryParse(figure, CultureInfo.InvariantCulture, out var number) ? number : figure;
        return json;
    }
}
