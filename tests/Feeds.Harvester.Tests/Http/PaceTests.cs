using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class PaceTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);

    [Fact(Timeout = 60_000)]
    public async Task Requests_to_one_host_are_spaced_and_others_do_not_wait_for_them()
    {
        var clock = TestHttp.Clock();
        var pace = new HostPace(perSecond: 4, atOnce: 2, clock);

        foreach (var host in (string[])["a", "b", "a", "a"])
        {
            (await pace.TurnAsync(host, default)).Dispose();
        }

        Assert.Equal([Quarter, Quarter], clock.Waits);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_third_request_to_a_host_waits_until_one_of_two_is_done()
    {
        var pace = new HostPace(perSecond: 4, atOnce: 2, TestHttp.Clock());
        var first = await pace.TurnAsync("a", default);
        var second = await pace.TurnAsync("a", default);

        var third = pace.TurnAsync("a", default).AsTask();
        Assert.False(third.IsCompleted);
        second.Dispose();

        (await third).Dispose();
        first.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Turns_are_given_in_the_order_of_asking()
    {
        var pace = new HostPace(perSecond: 4, atOnce: 1, TestHttp.Clock());
        var order = new List<int>();
        var held = await pace.TurnAsync("a", default);
        var asked = Enumerable.Range(0, 5).Select(async number =>
        {
            using var turn = await pace.TurnAsync("a", default);
            order.Add(number);
        }).ToList();

        held.Dispose();
        await Task.WhenAll(asked);

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_caller_who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        var pace = new HostPace(perSecond: 4, atOnce: 1, TestHttp.Clock());
        var held = await pace.TurnAsync("a", default);
        using var cancel = new CancellationTokenSource();
        var given = pace.TurnAsync("a", cancel.Token).AsTask();
        var next = pace.TurnAsync("a", default).AsTask();

        await cancel.CancelAsync();
        held.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        (await next).Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_trusted_origin_is_not_paced()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Json("{}"));
        var clock = TestHttp.Clock();
        using var http = new FeedHttp(TestHttp.Options(server) with { Time = clock });

        for (var request = 0; request < 10; request++)
        {
            (await http.GetAsync(server.Url("/"), Wanted.Feed, default)).Page!.Dispose();
        }

        Assert.Empty(clock.Waits);
    }
}
