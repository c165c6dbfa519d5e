using Microsoft.OpenApi;
using Signposting.Api.Access;
using Signposting.Api.Opportunities;

namespace Signposting.Api.Contract;

/// <summary>The contract as OpenAPI 3.1, made from the operations themselves; <c>openapi/</c> in the repository holds a copy that a test compares.</summary>
internal static class OpenApiDocuments
{
    public const string Name = "signposting.v1";

    private const string SwaggerPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void AddContract(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            NeverNull.Apply(document);
            SecurityDescriptions.AddSchemes(document);
            ResponseHeaders.Apply(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Times of day have no offset, which the format "time" would ask for.
            if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) == typeof(TimeOnly))
                (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String, null, ClockTime.Pattern);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(ExampleAnswers.AddAsync);
        options.AddOperationTransformer(SecurityDescriptions.AddAsync);
    });

    public static void MapContract(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnyone();
        app.MapOpenApi("/openapi/{documentName}.yaml").AllowAnyone();
        // RFC 9512; the framework says text/plain+yaml, which few readers know.
        app.UseWhen(http => http.Request.Path.Value is { } path && path.StartsWith("/openapi/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal), yaml => yaml.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == StatusCodes.Status200OK)
                    http.Response.ContentType = "application/yaml; charset=utf-8";
                return Task.CompletedTask;
            });
            return next(http);
        }));
        // Its page has a style of its own.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), swagger => swagger.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = SwaggerPolicy;
            return next(http);
        }));
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"/openapi/{Name}.json", "Signposting v1");
            options.DocumentTitle = "Signposting: the REST contract";
        });
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Signposting",
            // The first number is that of the addresses; what it promises: docs/decisions/0019.
            Version = "1.0",
            License = new OpenApiLicense { Name = "The data that is answered: CC BY 4.0", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
            Description = "Finds physical activity near a place, from OpenActive's open data. Absent means not stated by the publisher, and is never no. Every answer names whom the data comes from; its licence (CC BY 4.0) asks that this is shown. Errors are problem documents (RFC 9457). Every answer carries X-Correlation-ID: the request's when that is a GUID. Where requests are limited, RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers) say how many are left. Within a version members, parameters and words of lists are only ever added: ignore those that you do not know. HEAD is answered wherever GET is.",
        };
        // The address that happens to be asked is no part of the contract.
        document.Servers = [new OpenApiServer { Url = "/", Description = "Where the service runs" }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Opportunities", Description = "What people can be signposted to" },
            new() { Name = "Conditions", Description = "What is known of conditions and activity" },
            new() { Name = "Activities", Description = "The vocabulary of activities" },
            new() { Name = "Feeds", Description = "Where the data comes from" },
            new() { Name = "Usage", Description = "What is recorded of use, without the person" },
            new() { Name = "Health", Description = "For supervisors" },
        };
    }
}
