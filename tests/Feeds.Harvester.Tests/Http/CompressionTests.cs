using System.IO.Compression;
using System.Text;
using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class CompressionTests
{
    private static readonly string Page = $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 50_000))}}]}""";

    [Fact]
    public async Task Gzip_is_inflated_and_counted() => await InflatesAsync(Reply.Json(Page).Gzipped());

    [Fact]
    public async Task Brotli_is_inflated_and_counted() => await InflatesAsync(Reply.Json(Page).Brotlied());

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_a_fault(string encoding) =>
        Assert.Equal(FaultCode.BadCompression, await CodeOfAsync(Reply.Json(Page).With("Content-Encoding", encoding)));

    [Fact]
    public async Task A_gzip_bomb_is_given_up() =>
        Assert.Equal(FaultCode.Bomb, await CodeOfAsync(Reply.Bytes(new byte[32 * 1024 * 1024]).Gzipped()));

    [Fact]
    public async Task A_brotli_bomb_is_given_up() =>
        Assert.Equal(FaultCode.Bomb, await CodeOfAsync(Reply.Bytes(new byte[32 * 1024 * 1024]).Brotlied()));

    [Fact]
    public async Task Gzip_that_inflates_to_nothing_ends_at_the_limit_of_the_wire()
    {
        using var nothing = new MemoryStream();
        while (nothing.Length < 200_000)
        {
            using var empty = new GZipStream(nothing, CompressionLevel.Fastest, leaveOpen: true);
            empty.Write("x"u8);
        }

        var limits = new FetchLimits { WireBytes = 100_000 };
        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(Reply.Bytes(nothing.ToArray()).With("Content-Encoding", "gzip"), limits));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_a_fault_whether_compressed_or_not()
    {
        var limits = new FetchLimits { PageBytes = 100_000 };
        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(Reply.Json(Page), limits));
        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(Reply.Json(Page).Gzipped(), limits));
        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(Reply.Json(Page), new FetchLimits { WireBytes = 100_000 }));
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read() =>
        Assert.Null(await CodeOfAsync(Reply.Json(Page), new FetchLimits { PageBytes = Page.Length, WireBytes = Page.Length }));

    private static async Task InflatesAsync(Reply reply)
    {
        await using var server = ScriptedServer.Start().On("/", reply);
        using var http = TestHttp.Trusting(server);

        var result = await http.GetAsync(server.Url("/"), Wanted.Feed, default);

        using var page = result.Page!;
        Assert.Equal(Page, Encoding.UTF8.GetString(page.Body.Span));
        Assert.InRange(page.WireBytes, 1, Page.Length / 2);
    }

    private static async Task<string?> CodeOfAsync(Reply reply, FetchLimits? limits = null)
    {
        await using var server = ScriptedServer.Start().On("/", reply);
        using var http = new FeedHttp(TestHttp.Options(server) with { Limits = limits ?? new FetchLimits() });

        var result = await http.GetAsync(server.Url("/"), Wanted.Feed, default);

        result.Page?.Dispose();
        return result.Fault?.Code;
    }
}
