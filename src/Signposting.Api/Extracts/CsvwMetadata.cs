using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Signposting.Api.Extracts;

/// <summary>Metadata of a package's files (W3C, Metadata Vocabulary for Tabular Data).</summary>
internal static class CsvwMetadata
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(MonthReport report) => new JsonObject
    {
        ["@context"] = "http://www.w3.org/ns/csvw",
        ["dc:title"] = $"Usage of a signposting service, {report.Month}, {report.Icb ?? UsageParameters.National}",
        ["dc:description"] = report.Rule,
        ["dc:rights"] = UsageAnswer.Notice,
        ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["header"] = true, ["delimiter"] = ",", ["lineTerminators"] = new JsonArray("\r\n"), ["doubleQuote"] = true },
        ["tables"] = new JsonArray([.. DataDictionary.All.Select(TableOf)]),
    }.ToJsonString(Readable) + "\n";

    private static JsonObject TableOf(DataFile file) => new()
    {
        ["url"] = $"{file.Name}.csv",
        ["dc:description"] = file.Description,
        ["tableSchema"] = new JsonObject { ["columns"] = new JsonArray([.. file.Columns.Select(ColumnOf)]) },
    };

    private static JsonObject ColumnOf(DataColumn column) => new()
    {
        ["name"] = column.Name,
        ["titles"] = column.Name,
        ["datatype"] = column.Type,
        ["dc:description"] = column.Meaning,
    };
}
