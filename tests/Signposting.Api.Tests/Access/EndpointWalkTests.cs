using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Signposting.Api.Access;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Access;

/// <summary>Every endpoint of the running service with every sort of credential. A new endpoint is walked without a line being added here.</summary>
public sealed class EndpointWalkTests
{
    [Fact]
    public async Task Every_endpoint_has_a_policy()
    {
        await using var service = await TestService.StartAsync();

        Assert.Empty(Endpoints(service).Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is null).Select(endpoint => endpoint.RoutePattern.RawText));
        Assert.All(Policies(service).Select(policy => policy.Scope).OfType<string>(), scope => Assert.True(Scopes.IsKnown(scope), scope));
    }

    [Fact]
    public async Task Only_these_are_open_to_anyone()
    {
        await using var service = await TestService.StartAsync();

        var open = Endpoints(service).Where(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>() is { Scope: null }).Select(endpoint => endpoint.RoutePattern.RawText!);

        Assert.Equal(["/about", "/assets/{version}/{name}", "/health/live", "/health/ready", "/metrics", "/openapi/{documentName}.json", "/openapi/{documentName}.yaml"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_endpoint_that_needs_a_scope_lets_anything_else_in()
    {
        await using var issuer = new TokenIssuer();
        await using var service = await TestService.StartAsync([.. issuer.Settings, "--Access:AnonymousSearch", "false"]);
        var failures = new List<string>();
        foreach (var endpoint in Endpoints(service))
        {
            if (endpoint.Metadata.GetMetadata<AccessPolicy>()?.Scope is not { } scope)
                continue;
            foreach (var (name, header, value, expected) in await CredentialsAsync(service, issuer, scope))
            {
                var status = await AskAsync(service, endpoint, header, value);
                var isRight = expected is { } wanted ? status == wanted : (int)status is not (401 or 403 or 429 or >= 500);
                if (!isRight)
                    failures.Add($"{endpoint.RoutePattern.RawText} with {name}: {(int)status}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task With_anonymous_search_the_search_endpoints_are_open_and_no_others()
    {
        await using var service = await TestService.StartAsync();
        foreach (var endpoint in Endpoints(service))
        {
            var status = await AskAsync(service, endpoint, null, null);

            var isOpen = endpoint.Metadata.GetMetadata<AccessPolicy>()!.Scope is null or Scopes.Search;
            Assert.True(isOpen == status is not HttpStatusCode.Unauthorized, $"{endpoint.RoutePattern.RawText}: {status}");
        }
    }

    [Fact]
    public async Task A_credential_that_is_wrong_is_refused_even_where_none_is_needed()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(service, Endpoints(service).First(endpoint => endpoint.RoutePattern.RawText == "/v1/feeds"), "X-Api-Key", "garbage"));
    }

    private static async Task<List<(string Name, string? Header, string? Value, HttpStatusCode? Expected)>> CredentialsAsync(TestService service, TokenIssuer issuer, string scope)
    {
        var other = Scopes.All.First(one => one != scope);
        var (right, wrongScope, revoked) = (await service.Store.AddKeyAsync(scope), await service.Store.AddKeyAsync(other), await service.Store.AddKeyAsync(scope));
        await service.Store.RevokeApiKeyAsync(TestKeys.IdOf(revoked), TestContext.Current.CancellationToken);
        var start = FakeTime.Start.UtcDateTime;
        string[] badTokens =
        [
            "garbage", "a.b.c", "", issuer.Unsigned(scope),
            issuer.Token(scope, token => token.Expires = start.AddMinutes(-1)),
            issuer.Token(scope, token => token.Expires = null),
            issuer.Token(scope, token => token.NotBefore = start.AddMinutes(5)),
            issuer.Token(scope, token => token.Audience = "https://another.test"),
            issuer.Token(scope, token => token.Audience = null),
            issuer.Token(scope, token => token.Issuer = "https://another.test"),
            issuer.Token(scope, token => token.SigningCredentials = TokenIssuer.Stranger),
            issuer.Token(scope, token => token.SigningCredentials = issuer.PublicKeyAsSecret),
            issuer.Token(scope, token => token.Claims.Remove("client_id")),
        ];
        return
        [
            ("no credential", null, null, HttpStatusCode.Unauthorized),
            ("a garbage key", "X-Api-Key", "garbage", HttpStatusCode.Unauthorized),
            ("an empty key", "X-Api-Key", "", HttpStatusCode.Unauthorized),
            ("another secret", "X-Api-Key", right[..^1] + (right[^1] == '0' ? '1' : '0'), HttpStatusCode.Unauthorized),
            ("a revoked key", "X-Api-Key", revoked, HttpStatusCode.Unauthorized),
            ("a key of another scope", "X-Api-Key", wrongScope, HttpStatusCode.Forbidden),
            ("Basic", "Authorization", "Basic dXNlcjpwYXNzd29yZA==", HttpStatusCode.Unauthorized),
            .. badTokens.Select((token, index) => ($"bad token {index}", (string?)"Authorization", (string?)$"Bearer {token}", (HttpStatusCode?)HttpStatusCode.Unauthorized)),
            ("a token of another scope", "Authorization", $"Bearer {issuer.Token(other)}", HttpStatusCode.Forbidden),
            ("a token with a scope that contains the right one", "Authorization", $"Bearer {issuer.Token($"not-{scope} {scope}-not")}", HttpStatusCode.Forbidden),
            ("the right key", "X-Api-Key", right, null),
            ("the right token", "Authorization", $"Bearer {issuer.Token($"openid {scope}")}", null),
        ];
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestService service) => service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<AccessPolicy> Policies(TestService service) => Endpoints(service).Select(endpoint => endpoint.Metadata.GetMetadata<AccessPolicy>()!);

    private static async Task<HttpStatusCode> AskAsync(TestService service, RouteEndpoint endpoint, string? header, string? value)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        var path = endpoint.RoutePattern.RawText!.Replace("{documentName}", "signposting.v1", StringComparison.Ordinal).Replace("{id}", Town.TaiChi.PublicId, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        if ((int)response.StatusCode is 401 or 403)
            Assert.Equal(endpoint.Metadata.GetMetadata<PageEndpoint>() is null ? "application/problem+json" : "text/html", response.Content.Headers.ContentType?.MediaType);
        return response.StatusCode;
    }
}
