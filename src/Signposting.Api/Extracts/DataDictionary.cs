namespace Signposting.Api.Extracts;

/// <summary>What a column means.</summary>
/// <param name="Type">A type of CSV on the Web.</param>
internal sealed record DataColumn(string Name, string Type, string Meaning);

/// <summary>What a file of a package holds.</summary>
internal sealed record DataFile(string Name, string Description, IReadOnlyList<DataColumn> Columns);

/// <summary>Every file and column of a package.</summary>
internal static class DataDictionary
{
    private const string Count = "; a number rounded to the nearest 5, * where it is suppressed, empty where it is not shown because what it is part of is suppressed or it cannot be split safely";

    public static readonly DataColumn Month = new("month", "gYearMonth", "Calendar month in Europe/London");
    public static readonly DataColumn Icb = new("icb", "string", "ODS code of the Integrated Care Board, or national");
    public static readonly DataColumn Area = new("area", "string", "ODS code of the sub-ICB (national: of the board), or not-known");
    public static readonly DataColumn Condition = new("condition", "string", "Key of a condition, as in /v1/conditions, or none-named");
    public static readonly DataColumn Activity = new("activity", "string", "Id in the OpenActive activity list, or none-named");
    public static readonly DataColumn Label = new("label", "string", "Preferred label of the activity, where it is known");
    public static readonly DataColumn Publisher = new("publisher", "string", "Publisher of the data, by name");

    public static IReadOnlyList<DataFile> All =>
    [
        .. TableShape.All.Select(shape => new DataFile(shape.Name, shape.Description, [.. UsageCsv.ColumnsOf(shape).Select(name => ColumnOf(shape, name))])),
        .. OfferShape.All.Select(shape => new DataFile(shape.Name, shape.Description, shape.Columns)),
    ];

    private static DataColumn ColumnOf(TableShape shape, string name) => name switch
    {
        "month" => Month,
        "icb" => Icb,
        "condition" => Condition,
        "activity" => Activity,
        "label" => Label,
        "area" when shape.Name == "by-area" => new(name, "string", "ODS code of a board or sub-ICB, GSS code of an MSOA, or not-known"),
        "area" => Area,
        "level" => new(name, "string", "icb, sub-icb, msoa or not-known: rows of one level do not overlap"),
        "within" => new(name, "string", "Of an MSOA: ODS code of the sub-ICB that it lies in"),
        "decile" => new(name, "string", "Decile of the Index of Multiple Deprivation of the person's area: 1 is the most deprived tenth; or not-known"),
        "provider" => new(name, "string", "Organiser, or else publisher, by name; none: the contact looked at nothing; not-stated: the record names nobody"),
        "channel" => new(name, "string", "rest (a clinical system), page or leaflet"),
        "nearest" => new(name, "string", "Kilometres to the nearest suitable opportunity: under-1, 1-to-3, 3-to-5, 5-to-10, 10-or-more; none: nothing suitable was found; not-known: online, or the place is not known"),
        "adjusts" => new(name, "gYearMonth", "The month that the late events belong to"),
        "contacts" => new(name, "string", "Contacts: one client, area and set of conditions on one day" + Count),
        "searches" => new(name, "string", (shape.Name == "by-provider" ? "Searches of these contacts" : "Searches") + Count),
        "signposts" => new(name, "string", "Signposts" + Count),
        "vintage" => new(name, "string", "Editions that the areas are of; counts compare only within one"),
        "rule" => new(name, "string", "How disclosure was controlled"),
        _ => new(name, "string", "What to show with the figures"),
    };
}
