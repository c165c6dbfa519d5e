using Microsoft.OpenApi;
using Signposting.Api.Problems;

namespace Signposting.Api.Contract;

/// <summary>Describes the headers of answers that a caller acts on.</summary>
internal static class ResponseHeaders
{
    private const string Link = "Link";
    private const string Tag = "ETag";
    private const string RetryAfter = "Retry-After";
    private const string RateLimit = "RateLimit";
    private const string RateLimitPolicy = "RateLimit-Policy";

    private static readonly (string Name, string Description)[] All =
    [
        (CorrelationId.Header, "Names this request in the log of the service: the caller's own when that is a GUID."),
        (RateLimit, "How many requests are left, and in how many seconds there are more: \"client\";r=5999;t=60. Absent where nothing is limited."),
        (RateLimitPolicy, "How many requests there are in a window of seconds: \"client\";q=6000;w=60. Absent where nothing is limited."),
        (RetryAfter, "Seconds after which trying again makes sense."),
        (Tag, "Send it as If-None-Match the next time: 304 when nothing has changed. Absent where conditions are asked for."),
        (Link, "The next page, rel=\"next\": the address of next. Absent at the end."),
    ];

    public static void Apply(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Headers ??= new Dictionary<string, IOpenApiHeader>();
        foreach (var (name, description) in All)
            document.Components.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        foreach (var (path, item) in document.Paths.Where(path => path.Key.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            foreach (var operation in item.Operations?.Values.AsEnumerable() ?? [])
                Describe(operation, path, document);
        }
    }

    private static void Describe(OpenApiOperation operation, string path, OpenApiDocument document)
    {
        var isTagged = operation.Responses?.ContainsKey("304") == true;
        var isPaged = path is "/v1/opportunities" or "/v1/opportunities/search" or "/v1/opportunities/{id}/sessions";
        foreach (var (status, described) in operation.Responses ?? [])
        {
            if (described is not OpenApiResponse response)
                continue;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            foreach (var name in NamesOf(status, isTagged, isPaged))
                response.Headers[name] = new OpenApiHeaderReference(name, document);
        }
    }

    private static IEnumerable<string> NamesOf(string status, bool isTagged, bool isPaged)
    {
        var isSuccess = status is "200" or "201" or "304";
        yield return CorrelationId.Header;
        if (isSuccess || status == "429")
        {
            yield return RateLimit;
            yield return RateLimitPolicy;
        }

        if (status is "429" or "503")
            yield return RetryAfter;
        if (isTagged && isSuccess)
            yield return Tag;
        if (isPaged && status == "200")
            yield return Link;
    }
}
