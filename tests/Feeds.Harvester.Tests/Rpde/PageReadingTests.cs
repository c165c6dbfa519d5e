using System.Text;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Rpde;

public sealed class PageReadingTests
{
    [Fact]
    public async Task A_page_gives_its_next_its_licence_and_its_items()
    {
        using var page = await PageOfAsync(RpdeText.Page("http://127.0.0.1:1/feed?%41=%2D", RpdeText.Updated("1"), RpdeText.Deleted("2")));

        Assert.Equal("http://127.0.0.1:1/feed?%41=%2D", page.Next);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", page.License);
        Assert.Equal(["1", "2"], page.Items.Select(item => item.Id));
        Assert.False(page.IsLast);
        Assert.Null(page.ContentTypeWarning);
    }

    [Theory]
    [InlineData("?afterId=%41", "/a/feed?afterId=%41")]
    [InlineData("feed?afterId=2", "/a/feed?afterId=2")]
    [InlineData("/b?x=http://y/%7E", "/b?x=http://y/%7E")]
    public async Task A_relative_next_is_resolved_against_the_page(string next, string target)
    {
        await using var server = ScriptedServer.Start().On("/a/feed?q", Reply.Json(RpdeText.Page(next, RpdeText.Updated("1"))));

        using var page = (await ReadAsync(server, "/a/feed?q")).Page!;

        Assert.Equal(server.Url(target), page.Next);
    }

    [Fact]
    public async Task A_feed_is_read_to_its_end_past_an_empty_page_in_its_middle()
    {
        await using var server = ScriptedServer.Start()
            .On("/feed", Reply.Json(RpdeText.Page("/feed?p=%31", RpdeText.Updated("1"))))
            .On("/feed?p=%31", Reply.Json(RpdeText.Page("/feed?p=%32")))
            .On("/feed?p=%32", Reply.Json(RpdeText.Page("/feed?p=%33", RpdeText.Updated("2"))))
            .On("/feed?p=%33", Reply.Json(RpdeText.Page("/feed?p=%33")));
        using var http = TestHttp.Trusting(server);
        var reader = new RpdeFeedReader(http);
        List<string> ids = [];

        for (var (url, isLast) = (server.Url("/feed"), false); !isLast;)
        {
            using var page = (await reader.ReadAsync(url, default)).Page!;
            ids.AddRange(page.Items.Select(item => item.Id));
            (url, isLast) = (page.Next, page.IsLast);
        }

        Assert.Equal(["1", "2"], ids);
        Assert.Equal(["/feed", "/feed?p=%31", "/feed?p=%32", "/feed?p=%33"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_page_of_unusable_items_is_not_the_last()
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(RpdeText.Page("/next", "{}")));
        using var page = (await ReadAsync(server, "/feed")).Page!;
        Assert.False(page.IsLast);
    }

    [Fact]
    public async Task A_last_page_behind_a_redirect_may_name_either_url()
    {
        await using var server = ScriptedServer.Start().On("/old", Reply.Redirect("/new")).On("/older", Reply.Redirect("/new2"))
            .On("/new", Reply.Json(RpdeText.Page("/new"))).On("/new2", Reply.Json(RpdeText.Page("/older")));

        using var named = (await ReadAsync(server, "/old")).Page!;
        using var asked = (await ReadAsync(server, "/older")).Page!;

        Assert.True(named.IsLast);
        Assert.True(asked.IsLast);
    }

    [Fact]
    public async Task An_escape_written_otherwise_is_another_url()
    {
        await using var server = ScriptedServer.Start().On("/feed?%41", Reply.Json(RpdeText.Page("/feed?A")));
        using var page = (await ReadAsync(server, "/feed?%41")).Page!;
        Assert.False(page.IsLast);
    }

    [Theory]
    [InlineData("""{"items":[1],"next":"/feed"}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[{"id":1}],"next":"?"}""", null)]
    [InlineData("""{"items":[]}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":null}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":""}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":7}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":{"a":1}}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":"\ud800"}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":"mailto:a"}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":"http://u:p@h/"}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"next":"/a","next":"/b"}""", FaultCode.BrokenPaging)]
    [InlineData("""{"items":[],"items":[],"next":"/b"}""", FaultCode.NotRpde)]
    [InlineData("""{"items":{},"next":"/b"}""", FaultCode.NotRpde)]
    [InlineData("""{"items":null,"next":"/b"}""", FaultCode.NotRpde)]
    [InlineData("""{"error":"no such feed"}""", FaultCode.NotRpde)]
    [InlineData("[]", FaultCode.NotRpde)]
    [InlineData("\"text\"", FaultCode.NotRpde)]
    [InlineData("null", FaultCode.NotRpde)]
    [InlineData("""{"items":[],"next":"/b"} trailing""", FaultCode.BadJson)]
    [InlineData("""{"items":[{"id":1,}],"next":"/b"}""", FaultCode.BadJson)]
    [InlineData("""{"items":[{"id":1}""", FaultCode.BadJson)]
    [InlineData("""{"items":[NaN],"next":"/b"}""", FaultCode.BadJson)]
    [InlineData("""{"items":[/* no */],"next":"/b"}""", FaultCode.BadJson)]
    [InlineData("truth", FaultCode.BadJson)]
    [InlineData("", FaultCode.NotJson)]
    [InlineData("  \r\n", FaultCode.NotJson)]
    [InlineData("Service offline", FaultCode.NotJson)]
    [InlineData("\ufeff<!DOCTYPE html><html></html>", FaultCode.Html)]
    [InlineData("\n <html>Are you a robot?</html>", FaultCode.Html)]
    public async Task A_page_that_is_none_is_a_fault_that_says_so(string body, string? code)
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(body));
        var read = await ReadAsync(server, "/feed");
        read.Page?.Dispose();
        Assert.Equal(code, read.Fault?.Code);
    }

    [Fact]
    public async Task A_next_of_more_than_8_KB_is_a_fault()
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(RpdeText.Page("/" + new string('x', 9000))));
        Assert.Equal(FaultCode.BrokenPaging, (await ReadAsync(server, "/feed")).Fault?.Code);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_page_that_breaks_off_is_not_taken_for_a_page(string encoding)
    {
        var text = RpdeText.Page("/next", [.. Enumerable.Range(0, 5000).Select(id => RpdeText.Updated($"{id}"))]);
        var reply = encoding == "gzip" ? Reply.Json(text).Gzipped() : Reply.Json(text).Brotlied();
        await using var server = ScriptedServer.Start().On("/feed", reply.CutBy(300));

        Assert.Contains((await ReadAsync(server, "/feed")).Fault?.Code, (string[])[FaultCode.BadJson, FaultCode.BadCompression]);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("application/vnd.openactive.rpde+json; version=1", null)]
    [InlineData("application/ld+json", null)]
    [InlineData("text/html", "text/html")]
    [InlineData("text/plain;charset=utf-8", "text/plain;charset=utf-8")]
    [InlineData("", "none")]
    public async Task A_wrong_content_type_is_noted_and_the_page_is_read(string type, string? warning)
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(RpdeText.Page("/next")).With("Content-Type", type));
        using var page = (await ReadAsync(server, "/feed")).Page!;
        Assert.Equal(warning, page.ContentTypeWarning);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var page = await PageOfAsync("\ufeff" + RpdeText.Page("/next", RpdeText.Updated("1", data: """{"name":"é"}""")));
        Assert.Equal("""{"name":"é"}""", Encoding.UTF8.GetString(page.Items[0].Data.Span));
    }

    [Fact]
    public async Task A_page_with_more_items_than_the_limit_is_a_fault()
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(RpdeText.Page("/next", "1", "2", "3")));
        using var http = TestHttp.Trusting(server);

        var over = await new RpdeFeedReader(http, new RpdeLimits { ItemsPerPage = 2 }).ReadAsync(server.Url("/feed"), default);
        var within = await new RpdeFeedReader(http, new RpdeLimits { ItemsPerPage = 3 }).ReadAsync(server.Url("/feed"), default);

        Assert.Equal(FaultCode.TooManyItems, over.Fault?.Code);
        Assert.Equal(3, within.Page?.Rejected.Count);
    }

    [Fact]
    public async Task A_blank_in_next_is_escaped_on_the_wire_and_kept_in_the_url()
    {
        await using var server = ScriptedServer.Start()
            .On("/feed", Reply.Json(RpdeText.Page("/feed?t=2026-06-01 12:00", RpdeText.Updated("1"))))
            .On("/feed?t=2026-06-01%2012:00", Reply.Json(RpdeText.Page("/feed?t=2026-06-01 12:00")));
        using var http = TestHttp.Trusting(server);
        var reader = new RpdeFeedReader(http);

        using var first = (await reader.ReadAsync(server.Url("/feed"), default)).Page!;
        using var last = (await reader.ReadAsync(first.Next, default)).Page!;

        Assert.True(last.IsLast);
    }

    internal static async Task<RpdePage> PageOfAsync(string body)
    {
        await using var server = ScriptedServer.Start().On("/feed", Reply.Json(body));
        var read = await ReadAsync(server, "/feed");
        Assert.Null(read.Fault);
        return read.Page!;
    }

    private static async Task<PageRead> ReadAsync(ScriptedServer server, string target)
    {
        using var http = TestHttp.Trusting(server);
        return await new RpdeFeedReader(http).ReadAsync(server.Url(target), default);
    }
}
