using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Extracts;

/// <summary>The addresses of what is published of usage.</summary>
internal static class ExtractsApi
{
    public static void AddExtracts(this IServiceCollection services, ExtractSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<MonthPublisher>();
        services.AddSingleton<ReadUsage>();
        services.AddHostedService<MonthlyWork>();
    }

    public static void MapExtracts(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/usage", (HttpContext http, ReadUsage read) => read.AnswerAsync(http))
            .RequireScope(Scopes.UsageRead, Scopes.UsageReadNational)
            .WithTags("Usage")
            .WithName("readUsage")
            .WithSummary("A table of a month's usage")
            .WithDescription("For the client's own Integrated Care Board, or nationally. The unit is the contact: one client, area and set of conditions on one day. A count of 1 to 7 contacts is *, all others are rounded to the nearest 5, every measure of a suppressed row is suppressed, and further counts are until no * can be told more closely (docs/disclosure-control.md). A month is fixed once it is published; what comes later stands in the table adjustments of the next. Months with fewer than 8 contacts have no rows.")
            .Produces<UsageAnswer>()
            .Refuses(400, "The month is not over, malformed or missing, there is no such table, or icb is no code: errors names each and the fix.")
            .Refuses(403, "The credential has no board, another board, or not the scope.")
            .Refuses(404, "Nothing had been recorded by the end of this month.")
            .Refuses(406, $"Accept names none of {ReadUsage.Formats}.")
            .Refuses(503, "The store does not answer; see Retry-After.")
            .Describes(UsageParameters.OfTable)
            .AddOpenApiOperationTransformer((described, _, _) =>
            {
                if (described.Responses?["200"] is OpenApiResponse { Content: { } content })
                    content[AnswerFormats.Csv] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "RFC 4180 with a header, UTF-8 with a byte order mark; text that a spreadsheet would run begins with an apostrophe." },
                        Example = JsonValue.Create(ExampleAnswers.UsageAsCsv()),
                    };
                return Task.CompletedTask;
            });
    }
}
