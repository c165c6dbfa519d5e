using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class PageBudgetTests
{
    private static readonly FetchLimits Tight = new() { SharedBytes = 4 * PageBuffer.FirstSize, PageBytes = 1024 * 1024 };

    [Fact(Timeout = 60_000)]
    public async Task A_page_beyond_the_budget_waits_until_another_is_disposed()
    {
        var budget = new PageBudget(Tight);
        var held = new List<PageBuffer>();
        for (var page = 0; page < 4; page++)
        {
            held.Add(await budget.StartAsync(default));
        }

        var fifth = budget.StartAsync(default).AsTask();
        Assert.False(fifth.IsCompleted);
        held[0].Dispose();
        held[0].Dispose();

        held[0] = await fifth;
        held.ForEach(page => page.Dispose());
        Assert.Equal(Tight.SharedBytes, budget.Free);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_page_at_a_time_may_be_large_and_its_bytes_survive_the_move()
    {
        var budget = new PageBudget(Tight);
        using var first = await budget.StartAsync(default);
        using var second = await budget.StartAsync(default);
        Fill(first);

        Assert.False(first.TryGrow());
        Assert.True(await first.GrowToLargeAsync(default));
        var other = second.GrowToLargeAsync(default).AsTask();

        Assert.False(other.IsCompleted);
        Assert.Equal(PageBuffer.FirstSize, first.Filled.Length);
        Assert.False(first.Filled.Span.ContainsAnyExcept((byte)7));
        first.Dispose();
        Assert.True(await other);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_caller_who_gives_up_waiting_takes_nothing_along()
    {
        var budget = new PageBudget(Tight with { SharedBytes = PageBuffer.FirstSize });
        var held = await budget.StartAsync(default);
        using var cancel = new CancellationTokenSource();
        var given = budget.StartAsync(cancel.Token).AsTask();
        var next = budget.StartAsync(default).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        held.Dispose();

        (await next).Dispose();
        Assert.Equal(PageBuffer.FirstSize, budget.Free);
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_fetch_gives_its_memory_back_however_it_ends()
    {
        await using var server = ScriptedServer.Start()
            .On("/good", Reply.Json(new string(' ', 300_000)))
            .On("/cut", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"))
            .On("/bad", Reply.Json("this is no gzip").With("Content-Encoding", "gzip"))
            .On("/large", Reply.Json(new string(' ', 2_000_000)))
            .On("/404", Reply.Status(404));
        using var http = new FeedHttp(TestHttp.Options(server) with { Limits = Tight with { SharedBytes = PageBuffer.FirstSize } });

        // With room for a single page, one that was not given back would stop all that follow.
        foreach (var target in (string[])["/good", "/cut", "/bad", "/large", "/404", "/good", "/good"])
        {
            var result = await http.GetAsync(server.Url(target), Wanted.Feed, default);
            Assert.Equal(target == "/good", result.Succeeded);
            result.Page?.Dispose();
        }
    }

    private static void Fill(PageBuffer buffer)
    {
        var size = buffer.Room.Length;
        buffer.Room.Span.Fill(7);
        buffer.Advance(size);
    }
}
