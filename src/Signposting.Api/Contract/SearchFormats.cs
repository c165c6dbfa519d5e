using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Conditions;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Contract;

/// <summary>Describes the forms of a search's answer besides JSON.</summary>
internal static class SearchFormats
{
    public static RouteHandlerBuilder DescribesFormats(this RouteHandlerBuilder operation) => operation.AddOpenApiOperationTransformer((described, context, _) =>
    {
        if (described.Responses?["200"] is not OpenApiResponse { Content: { } content })
            throw new InvalidOperationException("A search has no answer to describe.");
        content[AnswerFormats.GeoJson] = new OpenApiMediaType { Schema = Collection(context.Document!), Example = ExampleAnswers.SearchAsGeoJson() };
        content[AnswerFormats.Csv] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "RFC 4180 with a header; a row for each item. Text that a spreadsheet would run begins with an apostrophe. Without items, guidance stands in a row of its own." },
            Example = JsonValue.Create(ExampleAnswers.SearchAsCsv()),
        };
        return Task.CompletedTask;
    });

    private static OpenApiSchema Collection(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A FeatureCollection of RFC 7946; what else the JSON answer says stands beside the features.",
        Required = new HashSet<string> { "type", "features", "query", "asOf", "coverage", "next", "attribution" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Word("FeatureCollection"),
            ["features"] = ListOf(Feature(document)),
            ["query"] = Reference(nameof(QueryAnswer), document),
            ["asOf"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            ["demo"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ["coverage"] = Reference(nameof(CoverageAnswer), document),
            ["rules"] = Reference(nameof(RulesAnswer), document),
            ["guidance"] = ListOf(Reference(nameof(GuidanceAnswer), document)),
            ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            ["attribution"] = ListOf(Reference(nameof(AttributionAnswer), document)),
        },
    };

    private static OpenApiSchema Feature(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "id", "geometry", "properties" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Word("Feature"),
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["geometry"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.Null,
                Description = "Null for what is online, or has no coordinates.",
                Required = new HashSet<string> { "type", "coordinates" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["type"] = Word("Point"),
                    ["coordinates"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Number }, MinItems = 2, MaxItems = 2, Description = "Longitude and latitude in WGS84 degrees." },
                },
            },
            ["properties"] = Reference(nameof(OpportunityAnswer), document),
        },
    };

    private static OpenApiSchema Word(string word) => new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create(word)] };

    private static OpenApiSchema ListOf(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchemaReference Reference(string name, OpenApiDocument document) => new(name, document);
}
