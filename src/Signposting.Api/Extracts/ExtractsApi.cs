using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;

namespace Signposting.Api.Extracts;

/// <summary>The addresses of what is published of usage.</summary>
internal static class ExtractsApi
{
    public static void AddExtracts(this IServiceCollection services, ExtractSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<MonthPublisher>();
        services.AddSingleton<OfferReader>();
        services.AddSingleton<ReadUsage>();
        services.AddSingleton<PackageStore>();
        services.AddSingleton<ReadExtracts>();
        services.AddSingleton<GapCounter>();
        services.AddHostedService<GapWriter>();
        services.AddHostedService<MonthlyWork>();
    }

    private static void MapPackages(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/extracts", (HttpContext http, ReadExtracts read) => read.ListAsync(http))
            .RequireScope(Scopes.UsageRead, Scopes.UsageReadNational)
            .TakesNoParameters()
            .WithTags("Usage")
            .WithName("listExtracts")
            .WithSummary("The monthly packages")
            .WithDescription("A zip for each month that is published: all tables of the client's own Integrated Care Board, or national ones, with supply, quality of data, a data dictionary, checksums and a note for the analyst. A package never changes.")
            .Produces<ExtractsAnswer>()
            .Refuses(400, "A parameter was sent.")
            .Refuses(403, "The credential has no board, or not the scope.")
            .Refuses(503, "The store does not answer; see Retry-After.");

        v1.MapGet("/extracts/{id}", (string id, HttpContext http, ReadExtracts read) => read.DownloadAsync(http, id))
            .RequireScope(Scopes.UsageRead, Scopes.UsageReadNational)
            .TakesNoParameters()
            .WithTags("Usage")
            .WithName("downloadExtract")
            .WithSummary("One monthly package")
            .WithDescription("Every download is recorded with the name of the client and the time. What the package may be used for is in its README.txt.")
            .Produces<byte[]>(200, PackageStore.ContentType)
            .Refuses(400, "A parameter was sent.")
            .Refuses(403, "The credential has no board, another board, or not the scope.")
            .Refuses(404, "There is no such package.")
            .Refuses(503, "The store does not answer, or there is no room to make the package; see Retry-After.")
            .AddOpenApiOperationTransformer((described, _, _) =>
            {
                foreach (var parameter in (described.Parameters ?? []).OfType<OpenApiParameter>())
                    (parameter.Description, parameter.Example) = ("Month and board, as in the list: 2026-10-QWO, or 2026-10-national.", "2026-10-QWO");
                // The bytes of the file as they are, and not base64.
                described.Responses!["200"].Content![PackageStore.ContentType].Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
                return Task.CompletedTask;
            });
    }

    public static void MapExtracts(this IEndpointRouteBuilder v1)
    {
        MapPackages(v1);
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
