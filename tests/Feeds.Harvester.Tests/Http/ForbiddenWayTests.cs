using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Feeds.Harvester.Catalogues;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

/// <summary>
/// Every way in which a publisher can name an address, with every form of an address that is not public. The publisher
/// itself is trusted; the listener that must see nothing is not, and listens on all addresses of this machine.
/// </summary>
public sealed class ForbiddenWayTests : IAsyncDisposable
{
    private readonly ScriptedServer listener = ScriptedServer.StartEverywhere().Otherwise(_ => Reply.Json("{}"));
    private readonly ScriptedServer publisher = ScriptedServer.Start();
    private readonly HashSet<int> ports = [];

    private List<string> Forms => [.. ForbiddenHosts.Urls(listener.Port)];

    [Fact(Timeout = 60_000)]
    public async Task A_next_leads_to_none_of_them()
    {
        using var http = Client();
        var reader = new RpdeFeedReader(http);
        foreach (var (index, form) in Forms.Index())
        {
            publisher.On($"/{index}", Reply.Json(RpdeText.Page(JsonEncodedText.Encode(form).ToString(), RpdeText.Updated("1"))));
            Assert.False((await NextAsync(reader, publisher.Url($"/{index}"))).Succeeded, form);
        }

        AssertUnseen();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_leads_to_none_of_them(int status)
    {
        using var http = Client();
        foreach (var (index, form) in Forms.Index())
        {
            publisher.On($"/{index}", Reply.Redirect(form, status));
            Assert.False((await http.GetAsync(publisher.Url($"/{index}"), Wanted.Feed, default)).Succeeded, form);
        }

        AssertUnseen();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hasPart")]
    [InlineData("dataset")]
    public async Task A_catalogue_leads_to_none_of_them(string property)
    {
        using var http = Client();
        publisher.On("/", Reply.Json($$"""{"@type":"DataCatalog","{{property}}":{{JsonSerializer.Serialize(Forms)}}}"""));

        var found = await new Discovery(new SourceReader(http)).CollectAsync([publisher.Url("/")], default);

        Assert.All(found, one => Assert.IsType<Discovered.Failure>(one));
        Assert.InRange(found.Count, ForbiddenHosts.All.Length, 1000);
        AssertUnseen();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_dataset_site_leads_to_none_of_them()
    {
        using var http = Client();
        var distribution = JsonSerializer.Serialize(Forms.Select(form => new { contentUrl = form }));
        publisher.On("/", Reply.Html($$"""<script type="application/ld+json">{"@type":"Dataset","distribution":{{distribution}}}</script>"""));

        var found = await new Discovery(new SourceReader(http)).CollectAsync([publisher.Url("/")], default);

        var feeds = Assert.IsType<Discovered.Dataset>(Assert.Single(found)).Site.Feeds;
        Assert.InRange(feeds.Count, 60, 1000);
        foreach (var feed in feeds)
            Assert.False((await http.GetAsync(feed.Url, Wanted.Feed, default)).Succeeded, feed.Url);
        AssertUnseen();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_public_name_may_resolve_to_any_of_them_and_none_is_contacted()
    {
        var addresses = ForbiddenHosts.All.Where(host => IPAddress.TryParse(host, out _)).Select(IPAddress.Parse).Distinct().ToList();
        foreach (var address in addresses)
        {
            using var http = Client(address);
            var result = await http.GetAsync($"http://feeds.example.org:{listener.Port}/", Wanted.Feed, default);
            Assert.True(result.Fault?.Code == FaultCode.ForbiddenAddress, $"{address}");
        }

        Assert.InRange(addresses.Count, 60, 1000);
        AssertUnseen();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_name_that_turns_private_after_its_check_is_refused_when_it_is_connected_again()
    {
        var publicAddress = IPAddress.Parse("8.8.8.8");
        List<IPAddress> connected = [];
        using var http = new FeedHttp(TestHttp.Options() with
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>(connected.Count == 0 ? [publicAddress, IPAddress.Loopback] : [IPAddress.Loopback]),
            Connect = (addresses, _, _) =>
            {
                connected.AddRange(addresses);
                throw new SocketException((int)SocketError.ConnectionRefused);
            },
        });

        var result = await http.GetAsync($"http://feeds.example.org:{listener.Port}/", Wanted.Feed, default);

        Assert.Equal(FaultCode.ForbiddenAddress, result.Fault?.Code);
        Assert.Equal([publicAddress], connected);
        AssertUnseen();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("localhost")]
    public async Task The_listener_sees_a_form_that_the_operator_trusts(string host)
    {
        using var http = new FeedHttp(TestHttp.Options() with { TrustedOrigins = TrustedOrigins.Parse([$"http://{host}:{listener.Port}"]) });

        using var page = (await http.GetAsync($"http://{host}:{listener.Port}/", Wanted.Feed, default)).Page;

        Assert.NotNull(page);
        Assert.Equal(1, listener.Connections);
    }

    public async ValueTask DisposeAsync()
    {
        await publisher.DisposeAsync();
        await listener.DisposeAsync();
    }

    /// <summary>A client that trusts the publisher alone and notes every port that it connects to. To it, any name is one of this machine.</summary>
    private FeedHttp Client(IPAddress? address = null)
    {
        IPAddress[] known = address is null ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [address];
        return new FeedHttp(TestHttp.Options(publisher) with
        {
            Resolve = (_, _) => Task.FromResult(known),
            Connect = (addresses, port, cancel) =>
            {
                ports.Add(port);
                return AddressGuard.OpenAsync(addresses, port, cancel);
            },
        });
    }

    private static async Task<PageRead> NextAsync(RpdeFeedReader reader, string url)
    {
        var first = await reader.ReadAsync(url, default);
        if (!first.Succeeded)
            return first;
        using var page = first.Page;
        return await reader.ReadAsync(page.Next, default);
    }

    private void AssertUnseen()
    {
        Assert.Equal(0, listener.Connections);
        Assert.Subset(new HashSet<int> { publisher.Port }, ports);
    }
}
