using System.Net.Sockets;
using Signposting.Api.Tests.Broken;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Robust;

/// <summary>The real program when its supervisor asks it to stop.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Requests_in_flight_are_answered_before_it_ends_and_new_ones_are_not_taken()
    {
        const string Body = """{"lat": 53.8, "lon": -1.55}""";
        using var folder = new TestFolder();
        await using var walks = new Walks();
        walks.Add(3);
        await using var service = await ServiceProcess.StartAsync(folder.Path, ["--Store:Connection", folder.Connection, .. walks.Settings]);
        await service.UntilAsync(Walks.Search, answer => answer["items"]!.AsArray().Count == 3);
        var inFlight = new List<Wire>();
        for (var i = 0; i < 8; i++)
        {
            inFlight.Add(await Wire.OpenAsync(service.Http.BaseAddress!));
            await inFlight[i].SendAsync($"POST /v1/opportunities/search HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..10]}");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        service.Program.Terminate();
        await AssertTakesNoMoreAsync(service);
        foreach (var wire in inFlight)
        {
            await wire.SendAsync(Body[10..]);
            var answer = await wire.ReadAsync();
            Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
            Assert.Contains("\"attribution\"", answer, StringComparison.Ordinal);
            wire.Dispose();
        }

        Assert.Equal(0, await service.Program.ExitAsync());
    }

    private static async Task AssertTakesNoMoreAsync(ServiceProcess service)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var late = await Wire.OpenAsync(service.Http.BaseAddress!);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It took connections for five seconds after it was asked to stop.");
    }
}
