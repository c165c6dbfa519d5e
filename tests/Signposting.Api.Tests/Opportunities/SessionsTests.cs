using System.Globalization;
using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Opportunities;

public sealed class SessionsTests(TownService town)
{
    private readonly TestService _service = town.Service;
    private readonly string _taiChi = $"/v1/opportunities/{Town.TaiChi.PublicId}/sessions";

    [Fact]
    public async Task All_sessions_of_the_window_are_listed_with_whom_they_come_from()
    {
        var answer = await _service.JsonAsync(_taiChi);

        Assert.Equal(["scheduled", "cancelled"], answer["items"]!.AsArray().Select(session => (string?)session!["status"]));
        Assert.Equal("2026-06-16T10:00:00+01:00", (string?)answer["items"]![0]!["start"]);
        Assert.Equal(("2026-06-10T10:00:00+01:00", "2027-06-11T10:00:00+01:00"), ((string?)answer["from"], (string?)answer["to"]));
        Assert.True(answer.AsObject().ContainsKey("next"));
        Assert.Null(answer["next"]);
        Assert.Equal("The leisure trust", (string?)answer["attribution"]![0]!["publisher"]);
    }

    [Fact]
    public async Task A_start_in_the_past_counts_as_now_and_the_answer_has_both()
    {
        var answer = await _service.JsonAsync($"{_taiChi}?from=2026-06-01");

        Assert.Equal(("2026-06-10T10:00:00+01:00", "2026-06-01T00:00:00+01:00"), ((string?)answer["from"], (string?)answer["fromAsked"]));
    }

    [Theory]
    [InlineData("from=2026-06-16&to=2026-06-16", 1)]
    [InlineData("from=2026-06-16T10:00&to=2026-06-23T10:00", 1)]
    [InlineData("to=2026-06-16T09:00:00Z", 0)]
    [InlineData("from=2026-06-24", 0)]
    public async Task The_window_holds_what_starts_in_it(string window, int sessions)
    {
        Assert.Equal(sessions, (await _service.JsonAsync($"{_taiChi}?{window}"))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("from=2026-06-16&to=2027-07-01", "to")]
    [InlineData("from=soon", "from")]
    [InlineData("radius=5", "radius")]
    [InlineData("From=2026-06-16", "From")]
    public async Task What_it_cannot_understand_is_refused_by_name(string parameters, string name)
    {
        Assert.Contains(name, await _service.ErrorsAsync($"{_taiChi}?{parameters}"));
    }

    [Theory, EachEngine]
    public async Task More_than_a_page_goes_on_without_a_gap_even_where_several_rooms_run_at_once(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        var courts = new Listing("Courts").As(OpportunityType.FacilityUse).At(53.8, -1.55);
        for (var hour = 0; hour < 600; hour++)
        {
            for (var court = 0; court < 5; court++)
                courts.On(FakeTime.Start.AddHours(hour + 1).ToString("O", CultureInfo.InvariantCulture), places: 1);
        }

        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(courts);

        var starts = new List<string?>();
        var pages = 0;
        for (var address = $"/v1/opportunities/{courts.PublicId}/sessions"; address is not null; pages++)
        {
            var page = await service.JsonAsync(address);
            Assert.All(page["items"]!.AsArray(), session => Assert.Equal(5, (int?)session!["remainingPlaces"]));
            starts.AddRange(page["items"]!.AsArray().Select(session => (string?)session!["start"]));
            address = (string?)page["next"];
        }

        Assert.Equal(600, starts.Count);
        Assert.Equal(600, starts.Distinct().Count());
        Assert.True(pages > 1);
    }

    [Fact]
    public async Task Who_holds_it_already_gets_304_although_the_clock_has_moved()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.TaiChi);
        using var first = await service.GetAsync(_taiChi);
        service.Time.Move(TimeSpan.FromMinutes(1));
        using var again = new HttpRequestMessage(HttpMethod.Get, _taiChi);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await service.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("sessions")]
    [InlineData("calendar")]
    public async Task What_was_withdrawn_is_gone_and_what_was_never_known_is_not_found(string address)
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi);
        await publisher.CommitAsync([Town.TaiChi.ToTombstone(modified: 2)]);

        await service.JsonAsync($"/v1/opportunities/{Town.TaiChi.PublicId}/{address}", HttpStatusCode.Gone);
        await service.JsonAsync($"/v1/opportunities/{Town.Bare.PublicId}/{address}", HttpStatusCode.NotFound);
        await service.JsonAsync($"/v1/opportunities/garbage/{address}", HttpStatusCode.NotFound);
    }
}
