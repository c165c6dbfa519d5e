using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Access;

public sealed class BrowserAndProxyTests
{
    private const string Search = $"/v1/opportunities?{Town.Centre}";

    [Fact]
    public async Task Without_origins_no_page_of_another_site_may_read_an_answer()
    {
        await using var service = await TestService.StartAsync();

        using var response = await FromAsync(service, "https://portal.example", HttpMethod.Get);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_configured_origin_may_and_others_may_not()
    {
        await using var service = await TestService.StartAsync("--Access:CorsOrigins", "https://portal.example https://other.example:8443/");

        using var allowed = await FromAsync(service, "https://portal.example", HttpMethod.Get);
        using var also = await FromAsync(service, "https://other.example:8443", HttpMethod.Get);
        using var refused = await FromAsync(service, "https://portal.example.evil.example", HttpMethod.Get);

        Assert.Equal(("https://portal.example", "https://other.example:8443"), (Single(allowed, "Access-Control-Allow-Origin"), Single(also, "Access-Control-Allow-Origin")));
        Assert.Contains("RateLimit", Single(allowed, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_browser_may_ask_beforehand_without_a_credential()
    {
        await using var service = await TestService.StartAsync("--Access:CorsOrigins", "https://portal.example", "--Access:AnonymousSearch", "false");
        using var request = new HttpRequestMessage(HttpMethod.Options, Search);
        request.Headers.Add("Origin", "https://portal.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");

        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("X-Api-Key", Single(response, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_but_a_configured_proxy_says_where_a_request_comes_from()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "1");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [await ForAsync(service, "192.0.2.1"), await ForAsync(service, "192.0.2.2")]);
    }

    [Fact]
    public async Task A_configured_proxy_does_and_what_its_callers_claim_does_not_count()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "1", "--Access:TrustedProxies", "127.0.0.0/8 ::1");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await ForAsync(service, "192.0.2.1"), await ForAsync(service, "192.0.2.2")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, await ForAsync(service, "203.0.113.9, 192.0.2.1"));
    }

    private static string Single(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task<HttpResponseMessage> FromAsync(TestService service, string origin, HttpMethod method)
    {
        using var request = new HttpRequestMessage(method, Search);
        request.Headers.Add("Origin", origin);
        return await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> ForAsync(TestService service, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
