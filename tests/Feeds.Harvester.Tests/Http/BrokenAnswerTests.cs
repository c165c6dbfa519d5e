using Feeds.Harvester.Http;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.Http;

public sealed class BrokenAnswerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact(Timeout = 60_000)]
    public async Task A_body_shorter_than_announced_is_tried_again_and_then_a_fault()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"items\":["));

        Assert.Equal(FaultCode.Truncated, await CodeOfAsync(server));
        Assert.Equal(4, server.Count("/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_chunked_body_that_breaks_off_is_a_fault()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ite\r\n"));

        Assert.Equal(FaultCode.Truncated, await CodeOfAsync(server));
    }

    [Fact(Timeout = 60_000)]
    public async Task Bytes_beyond_the_announced_length_do_not_reach_the_next_answer()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Json("{} and HTTP/1.1 500 more").With("Content-Length", "2"))
            .On("/next", Reply.Json("{}"));
        using var http = TestHttp.Trusting(server);

        using var first = (await http.GetAsync(server.Url("/"), Wanted.Feed, default)).Page!;
        using var second = (await http.GetAsync(server.Url("/next"), Wanted.Feed, default)).Page!;

        Assert.Equal(2, first.Body.Length);
        Assert.Equal(2, second.Body.Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_that_is_no_http_is_a_fault()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.Raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
        Assert.Equal(FaultCode.NotHttp, await CodeOfAsync(server));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_header_without_end_is_a_fault()
    {
        var line = $"X: {new string('x', 8000)}\r\n";
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Raw("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat(line, 20)) + "\r\n"));

        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(server));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.ThenSilence());
        Assert.Equal(FaultCode.Timeout, await CodeOfAsync(server, new FetchLimits { HeadTime = Short }));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_stops_coming_is_given_up()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.ThenSilence("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));

        Assert.Equal(FaultCode.Timeout, await CodeOfAsync(server, new FetchLimits { StallTime = Short }));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_comes_drop_by_drop_is_given_up()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Drip("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n", TimeSpan.FromMilliseconds(10)));

        Assert.Equal(FaultCode.Timeout, await CodeOfAsync(server, new FetchLimits { StallTime = Short, StallBytes = 1000 }));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_never_answers_is_asked_twice_and_one_that_stops_answering_once()
    {
        await using var server = ScriptedServer.Start()
            .On("/silent", Reply.ThenSilence()).On("/stops", Reply.ThenSilence("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));
        using var http = new FeedHttp(TestHttp.Options(server) with
        {
            Time = TimeProvider.System,
            FirstWait = TimeSpan.FromMilliseconds(1),
            Limits = new FetchLimits { HeadTime = Short, StallTime = Short },
        });

        Assert.Equal(FaultCode.Timeout, (await http.GetAsync(server.Url("/silent"), Wanted.Feed, default)).Fault?.Code);
        Assert.Equal(FaultCode.Timeout, (await http.GetAsync(server.Url("/stops"), Wanted.Feed, default)).Fault?.Code);
        Assert.Equal((2, 1), (server.Count("/silent"), server.Count("/stops")));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_announces_more_than_the_limit_is_not_waited_for()
    {
        await using var server = ScriptedServer.Start().On("/", Reply.ThenSilence("HTTP/1.1 200 OK\r\nContent-Length: 1125899906842624\r\n\r\n{"));
        Assert.Equal(FaultCode.TooLarge, await CodeOfAsync(server));
        Assert.Equal(1, server.Count("/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_keeps_coming_for_too_long_is_given_up()
    {
        await using var server = ScriptedServer.Start()
            .On("/", Reply.Drip("HTTP/1.1 200 OK\r\n\r\n", TimeSpan.FromMilliseconds(1)));

        Assert.Equal(FaultCode.Timeout, await CodeOfAsync(server, new FetchLimits { BodyTime = Short, StallBytes = 1 }));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_closed_port_is_unreachable()
    {
        var server = ScriptedServer.Start();
        using var http = TestHttp.Trusting(server);
        await server.DisposeAsync();

        var result = await http.GetAsync(server.Url("/"), Wanted.Feed, default);

        Assert.Equal(FaultCode.Unreachable, result.Fault?.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_certificate_that_nobody_vouches_for_is_a_fault_and_nothing_is_asked()
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.Start(certificate).On("/", Reply.Json("{}"));

        Assert.Equal(FaultCode.Tls, await CodeOfAsync(server));
        Assert.Empty(server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_certificate_for_another_name_is_a_fault_even_when_its_root_is_trusted()
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = ScriptedServer.Start(certificate).On("/", Reply.Json("{}"));
        using var http = new FeedHttp(TestHttp.Options() with
        {
            Roots = [certificate],
            TrustedOrigins = TrustedOrigins.Parse([$"https://localhost:{server.Port}"]),
        });

        var result = await http.GetAsync($"https://localhost:{server.Port}/", Wanted.Feed, default);

        Assert.Equal(FaultCode.Tls, result.Fault?.Code);
    }

    private static async Task<string?> CodeOfAsync(ScriptedServer server, FetchLimits? limits = null)
    {
        var options = TestHttp.Options(server);
        using var http = new FeedHttp(limits is null ? options : options with
        {
            Limits = limits,
            Time = TimeProvider.System,
            Retries = 0,
        });
        var result = await http.GetAsync(server.Url("/"), Wanted.Feed, default);
        result.Page?.Dispose();
        return result.Fault?.Code;
    }
}
