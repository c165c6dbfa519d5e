using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Contract;

/// <summary>Describes the parameters of a search from the table that also checks them.</summary>
internal static class ParameterDescriptions
{
    public static void DescribesSearch(this RouteHandlerBuilder operation) => operation.AddOpenApiOperationTransformer((described, _, _) =>
    {
        described.Parameters = [.. SearchParameters.All.Where(parameter => parameter.Supported).Select(Of)];
        return Task.CompletedTask;
    });

    public static void DescribesId(this RouteHandlerBuilder operation) => operation.AddOpenApiOperationTransformer((described, _, _) =>
    {
        if (described.Parameters is [OpenApiParameter id, ..])
        {
            id.Description = "As it stands in a search: op_ and sixteen letters or digits.";
            id.Example = ExampleAnswers.OpportunityId;
        }

        return Task.CompletedTask;
    });

    private static IOpenApiParameter Of(SearchParameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = false,
        Schema = parameter.Repeatable
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(parameter), MaxItems = SearchLimits.MostRepeats }
            : SchemaOf(parameter),
        Explode = true,
        Example = parameter.Repeatable ? new JsonArray(ValueOf(parameter, parameter.Example)) : ValueOf(parameter, parameter.Example),
    };

    private static OpenApiSchema SchemaOf(SearchParameter parameter) => new()
    {
        Type = parameter.Form switch
        {
            ParameterForm.Number => JsonSchemaType.Number,
            ParameterForm.WholeNumber => JsonSchemaType.Integer,
            _ => JsonSchemaType.String,
        },
        Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => JsonValue.Create(word)!)],
        Default = parameter.Default is { } value ? ValueOf(parameter, value) : null,
    };

    private static JsonValue ValueOf(SearchParameter parameter, string text) => parameter.Form switch
    {
        ParameterForm.Number or ParameterForm.WholeNumber => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text)!,
    };
}
