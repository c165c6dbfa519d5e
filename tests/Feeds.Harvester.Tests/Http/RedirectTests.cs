using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed_and_both_urls_are_known(int status)
    {
        await using var server = ScriptedServer.Start()
            .On("/a/feed", Reply.Redirect("../%41?x=%2D", status)).On("/%41?x=%2D", Reply.Json("{}"));
        using var http = TestHttp.Trusting(server);

        var result = await http.GetAsync(server.Url("/a/feed"), Wanted.Feed, default);

        using var page = result.Page!;
        Assert.Equal(server.Url("/a/feed"), page.RequestedUrl);
        Assert.Equal(server.Url("/%41?x=%2D"), page.Url);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_not_a_sixth()
    {
        await using var server = ScriptedServer.Start().On("/0", Reply.Json("{}")).Otherwise(
            request => Reply.Redirect($"/{int.Parse(request.Target[1..]) - 1}"));

        Assert.Null(await CodeOfAsync(server, "/5"));
        Assert.Equal(FaultCode.RedirectLoop, await CodeOfAsync(server, "/6"));
    }

    [Fact]
    public async Task A_circle_of_redirects_is_left_at_once()
    {
        await using var server = ScriptedServer.Start().On("/a", Reply.Redirect("/b")).On("/b", Reply.Redirect("/a"));

        Assert.Equal(FaultCode.RedirectLoop, await CodeOfAsync(server, "/a"));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_to_nowhere_is_a_fault()
    {
        await using var server = ScriptedServer.Start().On("/a", Reply.Status(302));
        Assert.Equal(FaultCode.BadRedirect, await CodeOfAsync(server, "/a"));
    }

    [Theory]
    [InlineData("ftp://example.org/", FaultCode.BadUrl)]
    [InlineData("http://user:secret@example.org/", FaultCode.Credentials)]
    [InlineData("http://169.254.169.254/latest/meta-data", FaultCode.ForbiddenAddress)]
    public async Task Every_hop_is_checked_like_a_first_request(string location, string code)
    {
        await using var server = ScriptedServer.Start().On("/a", Reply.Redirect(location));
        Assert.Equal(code, await CodeOfAsync(server, "/a"));
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_refused()
    {
        using var certificate = Certificates.SelfSigned();
        await using var plain = ScriptedServer.Start().On("/", Reply.Json("{}"));
        await using var secure = ScriptedServer.Start(certificate).On("/", Reply.Redirect(plain.Url("/")));
        using var http = new FeedHttp(TestHttp.Options(plain, secure) with { Roots = [certificate] });

        var result = await http.GetAsync(secure.Url("/"), Wanted.Feed, default);

        Assert.Equal(FaultCode.BadRedirect, result.Fault?.Code);
        Assert.Equal(0, plain.Connections);
    }

    [Fact]
    public async Task A_redirect_from_http_to_https_is_followed()
    {
        using var certificate = Certificates.SelfSigned();
        await using var secure = ScriptedServer.Start(certificate).On("/", Reply.Json("{}"));
        await using var plain = ScriptedServer.Start().On("/", Reply.Redirect(secure.Url("/")));
        using var http = new FeedHttp(TestHttp.Options(plain, secure) with { Roots = [certificate] });

        using var page = (await http.GetAsync(plain.Url("/"), Wanted.Feed, default)).Page;

        Assert.Equal(secure.Url("/"), page?.Url);
    }

    private static async Task<string?> CodeOfAsync(ScriptedServer server, string target)
    {
        using var http = TestHttp.Trusting(server);
        var result = await http.GetAsync(server.Url(target), Wanted.Feed, default);
        result.Page?.Dispose();
        return result.Fault?.Code;
    }
}
