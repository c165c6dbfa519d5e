using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Contract;

/// <summary>Describes parameters from the tables that also check them.</summary>
internal static class ParameterDescriptions
{
    /// <summary>Describes an address that takes these parameters besides those in its path.</summary>
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder operation, IReadOnlyList<SearchParameter> parameters) => operation.AddOpenApiOperationTransformer((described, _, _) =>
    {
        described.Parameters = [.. described.Parameters ?? [], .. parameters.Where(parameter => parameter.Supported).Select(Of)];
        return Task.CompletedTask;
    });

    /// <summary>Describes the id of an opportunity in the path.</summary>
    public static RouteHandlerBuilder DescribesId(this RouteHandlerBuilder operation) => operation.AddOpenApiOperationTransformer((described, _, _) =>
    {
        foreach (var parameter in (described.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter is { Name: "id", In: ParameterLocation.Path }))
            (parameter.Description, parameter.Example) = ("As it stands in a search: op_ and sixteen letters or digits.", ExampleAnswers.OpportunityId);
        return Task.CompletedTask;
    });

    /// <summary>Describes an address whose only query parameter is <c>condition</c>.</summary>
    public static RouteHandlerBuilder DescribesConditions(this RouteHandlerBuilder operation, string path, string example, string description) =>
        operation.AddOpenApiOperationTransformer((described, _, _) =>
        {
            foreach (var parameter in (described.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == path))
                (parameter.Description, parameter.Example) = (description, example);
            described.Parameters = [.. described.Parameters ?? [], Of(SearchParameters.Condition with { Required = true })];
            return Task.CompletedTask;
        });

    /// <summary>Describes a body with the names of these parameters.</summary>
    public static RouteHandlerBuilder DescribesBody(this RouteHandlerBuilder operation, IReadOnlyList<SearchParameter> parameters, string description, JsonObject example) => operation.RefusesBody().AddOpenApiOperationTransformer((described, _, _) =>
    {
        var properties = parameters.Where(parameter => parameter.Name != SearchParameters.Cursor.Name)
            .ToDictionary(parameter => parameter.Name, IOpenApiSchema (parameter) => ((OpenApiParameter)Of(parameter)).Schema!);
        described.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, AdditionalPropertiesAllowed = false },
                    Example = example.DeepClone(),
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
        Required = parameter.Required,
        Schema = parameter.Repeatable
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(parameter), MaxItems = parameter.MostRepeats }
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
        MinLength = IsFree(parameter) ? 1 : null,
        MaxLength = IsFree(parameter) ? SearchLimits.MostCharactersOf(parameter) : null,
        Pattern = parameter.Form == ParameterForm.Clock ? "^([01][0-9]|2[0-3]):[0-5][0-9]$" : null,
        Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => JsonValue.Create(word)!)],
        Default = parameter.Default is { } value ? ValueOf(parameter, value) : null,
    };

    private static bool IsFree(SearchParameter parameter) => parameter is { Form: ParameterForm.Text or ParameterForm.Time or ParameterForm.Clock, Words.Count: 0 };

    private static JsonValue ValueOf(SearchParameter parameter, string text) => parameter.Form switch
    {
        ParameterForm.Truth => JsonValue.Create(text == "true"),
        ParameterForm.Number or ParameterForm.WholeNumber => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text)!,
    };
}
