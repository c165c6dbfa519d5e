using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Access;

public sealed class RateLimitTests
{
    private const string Search = $"/v1/opportunities?{Town.Centre}";

    [Fact]
    public async Task One_request_too_many_is_answered_429_with_the_time_to_wait()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "2");
        using var first = await service.GetAsync(Search);
        using var second = await service.GetAsync("/v1/feeds");

        using var third = await service.GetAsync(Search);

        Assert.Equal(("\"anonymous\";q=2;w=60", HttpStatusCode.OK, HttpStatusCode.OK), (Header(first, "RateLimit-Policy"), first.StatusCode, second.StatusCode));
        Assert.StartsWith("\"anonymous\";r=1;t=", Header(first, "RateLimit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType?.MediaType);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.StartsWith("\"anonymous\";r=0;t=", Header(third, "RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_counted_by_itself_and_supervisors_not_at_all()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "1", "--Access:ClientPerMinute", "2");
        var key = await service.Store.AddKeyAsync("search");
        using var anonymous = await service.GetAsync(Search);
        using var refused = await service.GetAsync(Search);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [await WithAsync(service, key), await WithAsync(service, key), await WithAsync(service, key)]);
        using var health = await service.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("", Header(health, "RateLimit"));
    }

    [Fact]
    public async Task Guessing_keys_is_limited_like_any_caller_without_one()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "2");

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests],
            [await WithAsync(service, "guess1"), await WithAsync(service, "guess2"), await WithAsync(service, "guess3")]);
    }

    [Fact]
    public async Task Zero_means_no_limit_and_no_headers()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousPerMinute", "0");

        using var response = await service.GetAsync(Search);

        Assert.Equal(("", HttpStatusCode.OK), (Header(response, "RateLimit"), response.StatusCode));
    }

    private static async Task<HttpStatusCode> WithAsync(TestService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.Add("X-Api-Key", key);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : "";
}
