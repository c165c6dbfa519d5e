using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Opportunities;

public sealed class StatusTests(TownService town)
{
    private const string Address = "/v1/opportunities/status";
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task Ids_are_answered_in_their_order_with_the_next_session_that_runs()
    {
        var answer = await _service.JsonAsync($"{Address}?id={Town.Timeless.PublicId}&id={Town.TaiChi.PublicId}&id=op_0000000000000000&id=garbage");

        Assert.Equal(["current", "current", "unknown", "unknown"], Statuses(answer));
        Assert.Equal((false, true), ((bool)answer["items"]![0]!["timesPublished"]!, (bool)answer["items"]![1]!["timesPublished"]!));
        Assert.Equal("2026-06-16T10:00:00+01:00", (string?)answer["items"]![1]!["nextSession"]!["start"]);
    }

    [Fact]
    public async Task What_was_read_anew_since_then_is_changed()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi, Town.Bare);
        service.Time.Move(TimeSpan.FromHours(1));
        var ids = $"id={Town.TaiChi.PublicId}&id={Town.Bare.PublicId}";
        var kept = ((string)(await service.JsonAsync($"{Address}?{ids}"))["asOf"]!).Replace("+", "%2B", StringComparison.Ordinal);

        await publisher.CommitAsync([Town.TaiChi.With(description => description with { Text = "Quick." }).ToItem(modified: 2)]);

        Assert.Equal(["changed", "current"], Statuses(await service.JsonAsync($"{Address}?{ids}&since={kept}")));
        Assert.Equal(["current", "current"], Statuses(await service.JsonAsync($"{Address}?{ids}")));
    }

    [Fact]
    public async Task What_does_not_run_any_more_says_why()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        var whole = new Listing("Whole").At(53.8, -1.55).On("2026-06-12T18:00:00+01:00").With(description => description with { Status = SessionStatus.Cancelled });
        var each = new Listing("Each").At(53.8, -1.55).On("2026-06-12T18:00:00+01:00", status: SessionStatus.Cancelled);
        var hidden = new Listing("Hidden").At(53.8, -1.55);
        await publisher.PublishAsync(whole, each, hidden, Town.Bare, Town.TaiChi);
        await publisher.CommitAsync([Town.Bare.ToTombstone(modified: 2)]);
        await service.Store.HideAsync(new Hidden { Kind = HiddenKind.Opportunity, Target = hidden.PublicId, Reason = "Safeguarding", By = "test", At = FakeTime.Start }, TestContext.Current.CancellationToken);

        Listing[] asked = [whole, each, hidden, Town.Bare, Town.TaiChi];
        var answer = await service.JsonAsync($"{Address}?{string.Join('&', asked.Select(listing => $"id={listing.PublicId}"))}");

        Assert.Equal(["cancelled", "cancelled", "withdrawn", "withdrawn", "current"], Statuses(answer));
    }

    [Fact]
    public async Task A_hundred_ids_are_answered_and_one_more_is_refused()
    {
        var hundred = string.Join('&', Enumerable.Range(0, 100).Select(number => $"id=op_{number:d16}"));

        Assert.Equal(100, (await _service.JsonAsync($"{Address}?{hundred}&since=2026-06-01"))["items"]!.AsArray().Count);
        Assert.Contains("id", await _service.ErrorsAsync($"{Address}?{hundred}&id=op_aaaaaaaaaaaaaaaa"));
        Assert.Contains("id", await _service.ErrorsAsync(Address));
        Assert.Contains("since", await _service.ErrorsAsync($"{Address}?id=op_aaaaaaaaaaaaaaaa&since=yesterday"));
    }

    private static IEnumerable<string?> Statuses(JsonNode answer) => answer["items"]!.AsArray().Select(item => (string?)item!["status"]);
}
