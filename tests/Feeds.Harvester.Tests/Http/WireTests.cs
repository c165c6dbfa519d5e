using System.Text;
using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class WireTests
{
    [Fact]
    public async Task Escapes_reach_the_wire_as_the_publisher_wrote_them()
    {
        const string Target = "/feed/%41%2D%7E/../x?afterTimestamp=%32&afterId=%7e%2d|a+b%20c";
        await using var server = ScriptedServer.Start().On(Target, Reply.Json("{}"));
        using var http = TestHttp.Trusting(server);

        var result = await http.GetAsync(server.Url(Target), Wanted.Feed, default);

        Assert.True(result.Succeeded);
        Assert.Equal($"GET {Target} HTTP/1.1", Assert.Single(server.Requests).Line);
        result.Page.Dispose();
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_how_to_reach_the_operator()
    {
        await using var server = ScriptedServer.Start();
        using var http = new FeedHttp(TestHttp.Options(server) with { Contact = "ops@example.org\r\nX-Evil: (1)" });

        await http.GetAsync(server.Url("/"), Wanted.Feed, default);

        var request = Assert.Single(server.Requests);
        Assert.Equal("Signposting/0.1 (OpenActive harvester; operator +ops@example.org__X-Evil: _1_)", request.Header("User-Agent"));
        Assert.Equal("gzip, br", request.Header("Accept-Encoding"));
        Assert.StartsWith("application/vnd.openactive.rpde+json", request.Header("Accept"), StringComparison.Ordinal);
        Assert.False(request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task An_answer_carries_its_body_its_type_and_its_cache_headers()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Json("""{"a":1}""")
            .With("Cache-Control", "public, max-age=3600")
            .With("Date", "Mon, 01 Jun 2026 12:00:00 GMT").With("Expires", "Mon, 01 Jun 2026 12:10:00 GMT"));
        using var http = TestHttp.Trusting(server);

        var result = await http.GetAsync(server.Url("/"), Wanted.Json, default);

        using var page = result.Page!;
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal("application/json", page.ContentType);
        Assert.Equal(new CacheInfo(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)), page.Cache);
        Assert.Equal(7, page.WireBytes);
    }

    [Fact]
    public async Task A_body_cannot_be_used_after_its_page_is_disposed()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Json("{}"));
        using var http = TestHttp.Trusting(server);
        var result = await http.GetAsync(server.Url("/"), Wanted.Json, default);

        result.Page!.Dispose();
        result.Page.Dispose();

        Assert.Throws<ObjectDisposedException>(() => result.Page.Body);
    }

    [Fact]
    public async Task The_callers_own_cancellation_throws()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.ThenSilence());
        using var http = TestHttp.Trusting(server);
        using var cancel = new CancellationTokenSource();

        var fetch = http.GetAsync(server.Url("/"), Wanted.Feed, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }
}
