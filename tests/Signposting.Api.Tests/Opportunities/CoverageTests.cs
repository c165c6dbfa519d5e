using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Feeds;

namespace Signposting.Api.Tests.Opportunities;

/// <summary>An empty neighbourhood and an empty store are told apart.</summary>
public sealed class CoverageTests
{
    [Theory, EachEngine]
    public async Task An_answer_tells_whether_anything_was_read_and_whether_all_was(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        Assert.Equal(("none", null), await StateAsync(service));

        var publisher = await Publisher.RegisterAsync(service.Store);
        Assert.Equal(("none", null), await StateAsync(service));

        var slow = await Publisher.RegisterAsync(service.Store, "slow");
        await publisher.PublishAsync(Town.TaiChi);
        Assert.Equal(("partial", "2026-06-10T10:00:00+01:00"), await StateAsync(service));

        await slow.PublishAsync(Town.Bare.From("slow"));
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        Assert.Equal(("complete", "2026-06-10T10:00:00+01:00"), await StateAsync(service));
    }

    [Fact]
    public async Task A_page_and_a_table_do_not_pass_off_an_empty_store_as_an_empty_neighbourhood()
    {
        await using var service = await TestService.StartAsync();

        var page = await service.Http.GetStringAsync(new Uri($"/search?{Town.Centre}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/opportunities?{Town.Centre}");
        request.Headers.Accept.ParseAdd("text/csv");
        using var table = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("No activities have been loaded into this service yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing that we know of fits", page, StringComparison.Ordinal);
        var rows = (await table.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",none", Assert.Single(rows.Skip(1)), StringComparison.Ordinal);
    }

    private static async Task<(string State, string? LastRead)> StateAsync(TestService service)
    {
        var coverage = (await service.JsonAsync($"/v1/opportunities?{Town.Centre}"))["coverage"]!;
        return ((string)coverage["state"]!, (string?)coverage["lastRead"]);
    }
}
