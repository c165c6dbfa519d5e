using Microsoft.OpenApi;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Contract;

/// <summary>
/// A member that is not stated is absent, and never null; the schemas would otherwise allow both. The one exception is
/// <c>next</c>, which is null at the end.
/// </summary>
internal static class NeverNull
{
    public static void Apply(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            foreach (var (property, described) in schema.Properties?.ToList() ?? [])
            {
                if (property != "next" || name is not (nameof(SearchAnswer) or nameof(SessionsAnswer)))
                    schema.Properties![property] = WithoutNull(described);
            }
        }
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema open)
            return schema;
        if (open.OneOf is { Count: 2 } choices && choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) is { } only)
            return only;
        open.Type &= ~JsonSchemaType.Null;
        return open;
    }
}
