using System.Net;
using System.Net.Sockets;
using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class AddressGuardTests
{
    public static TheoryData<string> PrivateHosts => [.. ForbiddenHosts.All];

    [Theory]
    [MemberData(nameof(PrivateHosts))]
    public async Task A_host_that_is_not_public_is_never_contacted(string host)
    {
        await using var server = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        using var http = new FeedHttp(TestHttp.Options());

        var result = await http.GetAsync($"http://{host}:{server.Port}/", Wanted.Feed, default);

        Assert.Contains(result.Fault?.Code, (string[])[FaultCode.ForbiddenAddress, FaultCode.BadUrl, FaultCode.Credentials, FaultCode.Dns]);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void The_table_of_hosts_is_no_shorter_than_it_was() => Assert.InRange(ForbiddenHosts.All.Distinct().Count(), 60, 1000);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fd00::1")]
    public async Task A_public_name_that_resolves_to_a_private_address_is_not_contacted(string address)
    {
        await using var server = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        using var http = new FeedHttp(TestHttp.Options() with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]) });

        var result = await http.GetAsync($"http://feeds.example.org:{server.Port}/", Wanted.Feed, default);

        Assert.Equal(FaultCode.ForbiddenAddress, result.Fault?.Code);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_name_is_resolved_once_so_that_a_second_answer_cannot_slip_in()
    {
        var lookups = 0;
        await using var server = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        var origin = $"http://feeds.example.org:{server.Port}";
        using var http = new FeedHttp(TestHttp.Options() with
        {
            TrustedOrigins = TrustedOrigins.Parse([origin]),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>(Interlocked.Increment(ref lookups) == 1 ? [IPAddress.Loopback] : []),
        });

        using var page = (await http.GetAsync(origin + "/", Wanted.Feed, default)).Page;

        Assert.NotNull(page);
        Assert.Equal((1, 1), (lookups, server.Connections));
    }

    [Fact]
    public async Task Of_several_addresses_only_public_ones_would_be_called()
    {
        await using var server = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        using var http = new FeedHttp(TestHttp.Options() with
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]),
        });

        var result = await http.GetAsync($"http://feeds.example.org:{server.Port}/", Wanted.Feed, default);

        Assert.Equal(FaultCode.ForbiddenAddress, result.Fault?.Code);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_a_fault_of_its_own()
    {
        using var http = new FeedHttp(TestHttp.Options() with { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) });
        var result = await http.GetAsync("http://feeds.example.org/", Wanted.Feed, default);
        Assert.Equal(FaultCode.Dns, result.Fault?.Code);
    }

    [Fact]
    public async Task A_trusted_origin_may_be_on_a_private_address()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Json("{}"));
        using var http = new FeedHttp(TestHttp.Options() with
        {
            TrustedOrigins = TrustedOrigins.Parse([$"http://LOCALHOST:{server.Port}/"]),
        });

        using var page = (await http.GetAsync($"http://localhost:{server.Port}/", Wanted.Feed, default)).Page;

        Assert.NotNull(page);
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("https://127.0.0.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task Trust_in_an_origin_ends_at_its_scheme_host_and_port(string url)
    {
        await using var server = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        await using var other = ScriptedServer.Start().Otherwise(_ => Reply.Json("{}"));
        using var http = TestHttp.Trusting(server);

        Assert.False((await http.GetAsync(string.Format(url, server.Port), Wanted.Feed, default)).Succeeded);
        Assert.False((await http.GetAsync(other.Url("/"), Wanted.Feed, default)).Succeeded);
        Assert.Equal(0, server.Connections);
        Assert.Equal(0, other.Connections);
    }

    [Theory]
    [InlineData("127.0.0.1:9000")]
    [InlineData("http://127.0.0.1:9000/feed")]
    [InlineData("http://127.0.0.1:9000/?x")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://user@127.0.0.1")]
    [InlineData("*")]
    public void A_trusted_origin_that_is_none_is_refused_with_the_name_of_its_setting(string value)
    {
        var refused = Assert.Throws<FormatException>(() => TrustedOrigins.Parse([value]));
        Assert.StartsWith("Feeds:TrustedOrigins", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("9.255.255.255", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("2a00:1450:4009::1", true)]
    [InlineData("2600::", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("224.0.0.0", false)]
    [InlineData("2001:1ff::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("1fff::1", false)]
    [InlineData("4000::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    public void Public_addresses_are_told_from_all_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));
}
