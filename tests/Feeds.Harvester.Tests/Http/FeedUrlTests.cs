using Feeds.Harvester.Http;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class FeedUrlTests
{
    [Theory]
    [InlineData("http://h/a/%41%2D%7E?x=%41%2d|{}", "/a/%41%2D%7E?x=%41%2d|{}")]
    [InlineData("http://h/a/../b/./c", "/a/../b/./c")]
    [InlineData("http://h", "/")]
    [InlineData("http://h?x=1", "/?x=1")]
    [InlineData("http://h/a?b#fragment", "/a?b")]
    [InlineData(" http://h/a ", "/a")]
    [InlineData("http://h/a?t=2020-01-01 00:00:00", "/a?t=2020-01-01%2000:00:00")]
    [InlineData("HTTP://h/caf\u00e9", "/caf%C3%A9")]
    [InlineData("http://h/a\\b\"<>^`", "/a\\b\"<>^`")]
    public void A_url_is_sent_as_it_is_written(string url, string target)
    {
        Assert.True(FeedUrl.TryParse(url, out var uri, out _));
        Assert.Equal(target, uri.PathAndQuery);
    }

    [Theory]
    [InlineData("http://user:secret@h/", FaultCode.Credentials)]
    [InlineData("http://user@h/", FaultCode.Credentials)]
    [InlineData("ftp://h/", FaultCode.BadUrl)]
    [InlineData("file:///etc/passwd", FaultCode.BadUrl)]
    [InlineData("gopher://h/", FaultCode.BadUrl)]
    [InlineData("//h/a", FaultCode.BadUrl)]
    [InlineData("h/a", FaultCode.BadUrl)]
    [InlineData("", FaultCode.BadUrl)]
    [InlineData("http:///a", FaultCode.BadUrl)]
    [InlineData("http://", FaultCode.BadUrl)]
    [InlineData("http://h:99999/", FaultCode.BadUrl)]
    [InlineData("http://h:x/", FaultCode.BadUrl)]
    [InlineData("http://h\\@evil/", FaultCode.Credentials)]
    [InlineData("http://h\\evil/", FaultCode.BadUrl)]
    [InlineData("http://h%2eevil/", FaultCode.BadUrl)]
    [InlineData("http://h h/", FaultCode.BadUrl)]
    [InlineData("http://h/a\r\nHost: evil", FaultCode.BadUrl)]
    [InlineData("http://h/a\tb", FaultCode.BadUrl)]
    [InlineData("http://h/a\u007f", FaultCode.BadUrl)]
    public void A_url_that_cannot_be_sent_safely_is_refused(string url, string code)
    {
        Assert.False(FeedUrl.TryParse(url, out _, out var fault));
        Assert.Equal(code, fault.Code);
    }

    [Fact]
    public void A_url_of_more_than_8_KB_is_refused()
    {
        Assert.False(FeedUrl.TryParse("http://h/" + new string('a', 8 * 1024), out _, out var fault));
        Assert.Equal(FaultCode.BadUrl, fault.Code);
    }

    [Theory]
    [InlineData("https://other/x?%41", "https://other/x?%41")]
    [InlineData("//other/x", "https://other/x")]
    [InlineData("/x?%2D", "https://h:8/x?%2D")]
    [InlineData("x?y=%7E", "https://h:8/a/b/x?y=%7E")]
    [InlineData("./x", "https://h:8/a/b/x")]
    [InlineData("../x", "https://h:8/a/x")]
    [InlineData("../../../x", "https://h:8/x")]
    [InlineData("..", "https://h:8/a/")]
    [InlineData("?y=1/../2", "https://h:8/a/b/c?y=1/../2")]
    [InlineData("/x?y=1/../2", "https://h:8/x?y=1/../2")]
    [InlineData("?y=http://z/", "https://h:8/a/b/c?y=http://z/")]
    [InlineData("x/y:z", "https://h:8/a/b/x/y:z")]
    [InlineData("", "https://h:8/a/b/c?q=1")]
    public void A_reference_is_resolved_without_re_encoding(string reference, string expected) =>
        Assert.Equal(expected, FeedUrl.Resolve("https://h:8/a/b/c?q=1#f", reference));

    [Theory]
    [InlineData("https://h", "x", "https://h/x")]
    [InlineData("https://h?q", "x", "https://h/x")]
    [InlineData("https://h?q", "?r", "https://h?r")]
    [InlineData("https://h/?q=/a/b", "x", "https://h/x")]
    public void A_base_without_a_path_is_the_root(string page, string reference, string expected) =>
        Assert.Equal(expected, FeedUrl.Resolve(page, reference));
}
