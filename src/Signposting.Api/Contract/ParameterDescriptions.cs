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

    /// <summary>Describes an address whose only query parameter is <c>condition</c>.</summary>
    public static RouteHandlerBuilder DescribesConditions(this RouteHandlerBuilder operation, string path, string example, string description) =>
        operation.AddOpenApiOperationTransformer((described, _, _) =>
        {
            foreach (var parameter in (described.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == path))
                (parameter.Description, parameter.Example) = (description, example);
            described.Parameters = [.. described.Parameters ?? [], Of(SearchParameters.Condition)];
            return Task.CompletedTask;
        });

    /// <summary>Describes a body with the names of a search.</summary>
    public static RouteHandlerBuilder DescribesSearchBody(this RouteHandlerBuilder operation) => operation.AddOpenApiOperationTransformer((described, _, _) =>
    {
        var properties = SearchParameters.All.Where(parameter => !ReferenceEquals(parameter, SearchParameters.Cursor))
            .ToDictionary(parameter => parameter.Name, IOpenApiSchema (parameter) => ((OpenApiParameter)Of(parameter)).Schema!);
        described.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The parameters of GET /v1/opportunities by name; those that may be repeated there are lists here.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, AdditionalPropertiesAllowed = false },
                    Example = new JsonObject { ["postcode"] = "LS1 3AD", ["condition"] = new JsonArray("falls") },
                },
            },
        };
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
            ParameterForm.Truth => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => JsonValue.Create(word)!)],
        Default = parameter.Default is { } value ? ValueOf(parameter, value) : null,
    };

    private static JsonValue ValueOf(SearchParameter parameter, string text) => parameter.Form switch
    {
        ParameterForm.Truth => JsonValue.Create(text == "true"),
        ParameterForm.Number or ParameterForm.WholeNumber => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text)!,
    };
}
