using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(status), Reply.Status(status), Reply.Json("{}"));
        var (fault, _, _) = await GetAsync(server);

        Assert.Null(fault);
        Assert.Equal(3, server.Count("/"));
    }

    [Fact]
    public async Task After_four_tries_the_last_failure_is_the_fault()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(500));
        var (fault, _, _) = await GetAsync(server);

        Assert.Equal("http-500", fault?.Code);
        Assert.Null(fault?.RetryAt);
        Assert.Equal(4, server.Count("/"));
    }

    [Fact]
    public async Task Waits_between_tries_have_jitter_and_grow()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(500));
        var (_, _, one) = await GetAsync(server, seed: 1);
        var (_, _, other) = await GetAsync(server, seed: 2);

        Assert.Equal(3, one.Count);
        Assert.NotEqual(one, other);
        Assert.True(one[2] > one[0]);
        Assert.All(one, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(400, "http-400")]
    [InlineData(401, "http-401")]
    [InlineData(404, FaultCode.NotFound)]
    [InlineData(410, FaultCode.Gone)]
    [InlineData(204, "http-204")]
    [InlineData(304, "http-304")]
    public async Task A_lasting_failure_is_not_tried_again(int status, string code)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(status).With("Content-Length", status is 204 or 304 ? "" : "6"));
        var (fault, _, _) = await GetAsync(server);

        Assert.Equal(code, fault?.Code);
        Assert.Equal(1, server.Count("/"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(403)]
    public async Task A_short_Retry_After_is_waited_and_tried_again(int status)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(status).With("Retry-After", "7"), Reply.Json("{}"));
        var (fault, _, waits) = await GetAsync(server);

        Assert.Null(fault);
        Assert.Equal([TimeSpan.FromSeconds(7)], waits);
    }

    [Theory]
    [InlineData("600", 600)]
    [InlineData("Mon, 01 Jun 2026 13:00:00 GMT", 3600)]
    [InlineData("Monday, 01-Jun-26 13:00:00 GMT", 3600)]
    [InlineData("1000000000", 86400)]
    [InlineData("99999999999999999999999", 86400)]
    [InlineData("Mon Jun  1 13:00:00 2026", 3600)]
    [InlineData("Wed, 01 Jun 2126 13:00:00 GMT", 86400)]
    public async Task A_long_Retry_After_is_left_to_the_scheduler(string header, int seconds)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(503).With("Retry-After", header));
        var (fault, clock, _) = await GetAsync(server);

        Assert.Equal(FaultCode.RateLimited, fault?.Code);
        Assert.Equal(clock.GetUtcNow().AddSeconds(seconds), fault?.RetryAt);
        Assert.Equal(1, server.Count("/"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("-99999999999999999999")]
    [InlineData("Mon, 01 Jun 2026 11:00:00 GMT")]
    public async Task A_Retry_After_in_the_past_is_a_second(string header)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(429).With("Retry-After", header), Reply.Json("{}"));
        var (fault, _, waits) = await GetAsync(server);

        Assert.Null(fault);
        Assert.Equal([TimeSpan.FromSeconds(1)], waits);
    }

    [Fact]
    public async Task A_Retry_After_date_counts_from_the_publishers_own_clock()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(503)
            .With("Date", "Sat, 01 Jan 2000 00:00:00 GMT").With("Retry-After", "Sat, 01 Jan 2000 00:10:00 GMT"));
        var (fault, clock, _) = await GetAsync(server);

        Assert.Equal(clock.GetUtcNow().AddMinutes(10), fault?.RetryAt);
    }

    [Theory]
    [InlineData(503, "", 60, 120)]
    [InlineData(403, "", 60, 120)]
    [InlineData(503, "soon", 60, 120)]
    [InlineData(503, "1.5", 60, 120)]
    [InlineData(429, "", 10, 20)]
    public async Task When_nothing_understandable_is_said_the_wait_is_long_and_random(int status, string header, int least, int most)
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Status(status).With("Retry-After", header));
        var (one, clock, _) = await GetAsync(server, seed: 1);
        var (other, _, _) = await GetAsync(server, seed: 2);

        Assert.Equal(FaultCode.RateLimited, one?.Code);
        Assert.InRange(one!.RetryAt!.Value - clock.GetUtcNow(), TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
        Assert.NotEqual(one.RetryAt, other!.RetryAt);
    }

    [Fact]
    public async Task No_answer_at_all_is_tried_again()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Raw(""), Reply.Json("{}"));
        var (fault, _, _) = await GetAsync(server);

        Assert.Null(fault);
        Assert.Equal(2, server.Count("/"));
    }

    private static async Task<(Fault? Fault, FakeTime Clock, IReadOnlyList<TimeSpan> Waits)> GetAsync(ScriptedServer server, int seed = 1)
    {
        var clock = TestHttp.Clock();
        using var http = new FeedHttp(TestHttp.Options(server) with { Time = clock, Random = new Random(seed) });
        var result = await http.GetAsync(server.Url("/"), Wanted.Feed, default);
        result.Page?.Dispose();
        return (result.Fault, clock, clock.Waits);
    }
}
