using System.Text;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Extracts;

/// <summary>A table as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8. Each row says what it is of, so that it can be filed with others.</summary>
internal static class UsageCsv
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private const int RowsAtOnce = 200;

    public static IReadOnlyList<string> ColumnsOf(TableShape shape) => ["month", "icb", .. shape.Dimensions, .. TableShape.Measures, "vintage", "rule", "attribution"];

    public static async Task WriteAsync(Stream output, MonthReport report, TableShape shape, CancellationToken cancel)
    {
        var csv = new CsvText();
        foreach (var column in ColumnsOf(shape))
            csv.Value(column);
        csv.EndRecord();
        await output.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancel);
        foreach (var rows in shape.RowsOf(report).Chunk(RowsAtOnce))
        {
            foreach (var row in rows)
                Add(csv, report, row);
            await output.WriteAsync(Encoding.UTF8.GetBytes(csv.Take()), cancel);
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(csv.Take()), cancel);
    }

    private static void Add(CsvText csv, MonthReport report, ReportRow row)
    {
        csv.Value(report.Month);
        csv.Value(report.Icb ?? UsageParameters.National);
        foreach (var key in row.Key)
            csv.Text(key);
        foreach (var figure in row.Figures)
            csv.Value(figure);
        csv.Value(report.Vintage);
        csv.Value(report.Rule);
        csv.Value(UsageAnswer.Notice);
        csv.EndRecord();
    }
}
