using Microsoft.Data.Sqlite;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Api.Usage;
using Signposting.Store;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.Usage;

public sealed class RecordingTests
{
    [Theory, EachEngine]
    public async Task A_consultation_of_searches_and_a_signpost_is_one_contact(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        var surgery = await Surgery.OpenAsync(service);

        await surgery.GetAsync("/v1/opportunities?postcode=LS1%203AD&condition=falls&activity=Tai%20Chi");
        await surgery.PostAsync("/v1/opportunities/search", """{"postcode": "LS1 3AD", "condition": ["129839007"]}""");
        await surgery.SignpostAsync(Surgery.Signpost(Surgery.Postcode, "falls"));

        var events = await surgery.EventsAsync(3);
        Assert.Single(events.Select(one => Convert.ToHexString(one.Contact)).Distinct());
        Assert.All(events, one => Assert.Equal(Surgery.Area, one.Area));
        var search = events.Single(one => one.Activities.Count > 0 && one.Kind == UsageKind.Search);
        Assert.Equal([Town.TaiChiId], search.Activities);
        Assert.Equal((new UsageResults(1, false, 1, false), DistanceBand.Under1, "Test practice"), (search.Results, search.Distance, search.Client));
        Assert.Equal((null, null, null), (search.Id, search.Opportunity, search.Provider));
    }

    [Fact]
    public async Task A_view_is_recorded_with_its_opportunity_and_one_that_is_not_there_is_not()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        await surgery.GetAsync("/v1/opportunities/op_0000000000000000");
        await surgery.GetAsync($"/v1/opportunities/{Town.TaiChi.PublicId}?condition=falls");

        var view = Assert.Single(await surgery.EventsAsync(1));
        Assert.Equal((UsageKind.View, Town.TaiChi.PublicId, "The leisure trust", UsageArea.NotKnown("QWO")), (view.Kind, view.Opportunity, view.Provider, view.Area));
        Assert.Equal(["falls"], view.Conditions);
        Assert.Null(view.Results);
    }

    [Fact]
    public async Task Further_pages_are_the_same_search_and_a_refused_one_is_none()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        var (_, first) = await surgery.GetAsync($"/v1/opportunities?{Town.Centre}&limit=1");
        await surgery.GetAsync((string)first["next"]!);
        await surgery.GetAsync("/v1/opportunities?lat=1");
        await surgery.GetAsync($"/v1/opportunities?{Town.Centre}&q=nothing-like-it");

        var events = await surgery.EventsAsync(2);
        Assert.Equal([new UsageResults(1, true, null, false), new UsageResults(0, false, null, false)], events.Select(one => one.Results));
        Assert.Equal(DistanceBand.Under1, events[0].Distance);
        Assert.Null(events[1].Distance);
    }

    [Fact]
    public async Task What_suits_is_counted_and_that_a_page_may_not_hold_all_of_it_is_said()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        foreach (var more in (string[])["", "&limit=1", "&limit=2", "&limit=1&sort=nearest"])
            await surgery.GetAsync($"/v1/opportunities?{Town.Centre}&condition=falls{more}");

        var results = (await surgery.EventsAsync(4)).Select(one => one.Results!).ToArray();
        Assert.True(results[0].Suited >= 1 && results[0].Suited < results[0].Count);
        Assert.False(results[0].MoreSuited);
        Assert.Equal((1, true, true), (results[1].Suited, results[1].More, results[1].MoreSuited));
        Assert.Equal(results[2].Suited == 2, results[2].MoreSuited);
        Assert.True(results[3].MoreSuited);
    }

    [Fact]
    public async Task An_anonymous_search_is_recorded_without_a_client_and_without_an_ICB()
    {
        await using var service = await TestService.StartAsync();
        var surgery = await Surgery.OpenAsync(service);

        await service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        var search = Assert.Single(await surgery.EventsAsync(1));
        Assert.Equal((null, UsageArea.NotKnown(null)), (search.Client, search.Area));
    }

    [Fact]
    public async Task Searches_are_answered_while_nothing_can_be_recorded_and_what_is_lost_is_counted()
    {
        using var folder = new TestFolder();
        await using var service = await TestService.StartAsync(folder);
        var surgery = await Surgery.OpenAsync(service);
        using (var connection = new SqliteConnection(folder.Connection))
        {
            connection.Open();
            using var rename = new SqliteCommand("ALTER TABLE usage_event RENAME TO elsewhere", connection);
            rename.ExecuteNonQuery();
        }

        var search = await surgery.GetAsync($"/v1/opportunities?{Town.Centre}");
        var signpost = await surgery.SignpostAsync(Surgery.Signpost());
        var log = service.Log;
        await service.StopAsync();

        Assert.Equal((200, 503), (search.Status, signpost.Status));
        Assert.Contains("1 searches and views were not recorded", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_queue_drops_and_counts_and_never_waits()
    {
        await using var service = await TestService.StartAsync();
        var queue = new UsageQueue();
        var draft = UsageDraft.Of(UsageKind.View, UsageChannel.Rest, Caller.Anonymous, FakeTime.Start, null);

        for (var i = 0; i < UsageQueue.Most + 3; i++)
            queue.Put(draft);

        using var response = await service.GetAsync("/metrics");
        Assert.Contains("signposting_usage_dropped_total{kind=\"view\"}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(UsageQueue.Most, queue.Take(int.MaxValue).Count);
    }

    [Fact]
    public async Task What_waits_is_written_when_the_service_ends()
    {
        using var folder = new TestFolder();
        await using (var service = await TestService.StartAsync(folder))
        {
            await Surgery.OpenAsync(service);
            for (var i = 0; i < 20; i++)
                await service.JsonAsync($"/v1/opportunities?{Town.Centre}");
        }

        await using var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, folder.Connection), new FakeTime(), TestContext.Current.CancellationToken);
        Assert.Equal(20, (await store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_restart_on_the_same_day_goes_on_with_the_same_contacts_and_the_next_day_links_to_nothing()
    {
        using var folder = new TestFolder();
        var contacts = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var service = await TestService.StartAsync(folder);
            var surgery = run == 0 ? await Surgery.OpenAsync(service) : new Surgery(service, await Access.TestKeys.AddKeyAsync(service.Store, "signpost"));
            await surgery.SignpostAsync(Surgery.Signpost());
            contacts.AddRange((await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Select(one => Convert.ToHexString(one.Contact)));
            if (run == 0)
                continue;
            service.Time.Move(TimeSpan.FromDays(1));
            await service.Get<DayKeys>().ForgetPastAsync(service.Store, TestContext.Current.CancellationToken);
            Assert.Equal(0, service.Get<DayKeys>().Count);
            await surgery.SignpostAsync(Surgery.Signpost());
            var next = Assert.Single(await service.Store.ReadUsageAsync(Surgery.Day.AddDays(1), TestContext.Current.CancellationToken));
            Assert.DoesNotContain(Convert.ToHexString(next.Contact), contacts);
        }

        Assert.Equal(3, contacts.Count);
        Assert.Single(contacts.Distinct());
    }

    [Theory]
    [InlineData("2026-06-09T23:00:00Z", "2026-06-10", PartOfDay.Night)]
    [InlineData("2026-06-10T04:59:59Z", "2026-06-10", PartOfDay.Night)]
    [InlineData("2026-06-10T05:00:00Z", "2026-06-10", PartOfDay.Morning)]
    [InlineData("2026-06-10T11:00:00Z", "2026-06-10", PartOfDay.Afternoon)]
    [InlineData("2026-06-10T22:59:59Z", "2026-06-10", PartOfDay.Evening)]
    [InlineData("2026-12-10T23:59:59Z", "2026-12-10", PartOfDay.Evening)]
    public void Day_and_part_are_Londons(string instant, string day, PartOfDay part)
    {
        var usage = UsageDraft.Of(UsageKind.View, UsageChannel.Rest, Caller.Anonymous, LondonTime.Of(DateTimeOffset.Parse(instant)), null).Event;

        Assert.Equal((DateOnly.Parse(day), part), (usage.Day, usage.Part));
    }
}
