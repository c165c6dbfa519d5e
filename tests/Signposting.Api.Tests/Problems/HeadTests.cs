using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Problems;

/// <summary>HEAD, as monitors and link checkers send it.</summary>
public sealed class HeadTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("/v1/conditions")]
    [InlineData("/v1/activities")]
    [InlineData("/v1/feeds")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/opportunities?lat=53.8&lon=-1.55")]
    [InlineData("/v1/opportunities?lat=soon")]
    [InlineData("/")]
    [InlineData("/openapi/signposting.v1.yaml")]
    [InlineData("/swagger/index.html")]
    public async Task Where_GET_is_answered_HEAD_is_with_the_same_headers_and_no_body(string path)
    {
        using var get = await _service.GetAsync(path);
        using var head = await SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_only_POST_is_answered_HEAD_is_refused_and_a_refusal_names_what_is_answered()
    {
        using var post = await SendAsync(HttpMethod.Head, "/v1/signposts");
        using var get = await SendAsync(HttpMethod.Delete, "/v1/conditions");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed), (post.StatusCode, get.StatusCode));
        Assert.Equal(["POST"], post.Content.Headers.Allow);
        Assert.Equal(["GET", "HEAD"], get.Content.Headers.Allow);
    }

    [Fact]
    public async Task HEAD_is_counted_neither_as_a_search_nor_as_a_view()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.TaiChi);
        foreach (var path in (string[])[$"/v1/opportunities?{Town.Centre}", $"/v1/opportunities/{Town.TaiChi.PublicId}"])
        {
            using var head = await service.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);
            Assert.True(head.IsSuccessStatusCode);
        }

        using var get = await service.GetAsync($"/v1/opportunities/{Town.TaiChi.PublicId}");
        await service.StopAsync();

        Assert.Single(await service.Store.ReadUsageAsync(new DateOnly(2026, 6, 10), TestContext.Current.CancellationToken));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => _service.Http.SendAsync(new HttpRequestMessage(method, path), TestContext.Current.CancellationToken);
}
