using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Signposting.Api.Access;

/// <summary>Describes in the contract which credential and scope an operation needs, from the policy that is enforced.</summary>
internal static class SecurityDescriptions
{
    private const string Key = "apiKey";
    private const string Token = "bearer";

    public static void AddSchemes(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = Credentials.KeyHeader,
                Description = "A key that the operator of the service made.",
            },
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of the issuer that the operator configured, where there is one.",
            },
        };
    }

    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var policy = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessPolicy>().LastOrDefault();
        operation.Security = policy?.Scope switch
        {
            null => [new OpenApiSecurityRequirement()],
            // Open unless the operator closed it.
            Scopes.Search and var scope => [new OpenApiSecurityRequirement(), Of(Key, scope, context), Of(Token, scope, context)],
            var scope when policy.OrScope is { } other => [Of(Key, scope, context), Of(Token, scope, context), Of(Key, other, context), Of(Token, other, context)],
            var scope => [Of(Key, scope, context), Of(Token, scope, context)],
        };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Of(string scheme, string scope, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [scope] };
}
