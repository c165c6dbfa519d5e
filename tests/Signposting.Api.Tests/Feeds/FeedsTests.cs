using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store.Feeds;

namespace Signposting.Api.Tests.Feeds;

public sealed class FeedsTests
{
    [Fact]
    public async Task A_feed_says_where_it_comes_from_and_how_it_is_doing()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi, Town.Bare);
        await service.Store.ReportFeedAsync(publisher.FeedId, new FeedReport { State = FeedState.Waiting, Reached = true, NextTry = FakeTime.Start.AddMinutes(1) }, TestContext.Current.CancellationToken);
        await service.Store.CountFeedAsync(publisher.FeedId, TestContext.Current.CancellationToken);
        service.Time.Move(TimeSpan.FromSeconds(9));

        var feed = Assert.Single((await service.JsonAsync("/v1/feeds"))["items"]!.AsArray())!;

        Assert.Equal("https://leisure.test/feed", (string?)feed["url"]);
        Assert.Equal("SessionSeries", (string?)feed["kind"]);
        Assert.Equal("https://leisure.test/openactive", (string?)feed["dataset"]);
        Assert.Equal("The leisure trust", (string?)feed["publisher"]);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", (string?)feed["licence"]);
        Assert.Equal("waiting", (string?)feed["state"]);
        Assert.Equal("2026-06-10T10:00:00+01:00", (string?)feed["lastSuccess"]);
        Assert.Equal("2026-06-10T10:00:00+01:00", (string?)feed["lastChange"]);
        Assert.Equal("2026-06-10T10:01:00+01:00", (string?)feed["nextTry"]);
        Assert.Equal((2, 0, 9), ((int)feed["itemsHeld"]!, (int)feed["orphans"]!, (int)feed["lagSeconds"]!));
        Assert.Empty(feed["rejected"]!.AsArray());
        Assert.Null(feed["fault"]);
    }

    [Fact]
    public async Task What_is_not_offered_has_a_reason_an_example_and_what_an_operator_can_do()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi.With(description => description with { Place = null }));
        await service.Store.CountFeedAsync(publisher.FeedId, TestContext.Current.CancellationToken);

        var rejected = Assert.Single((await service.JsonAsync("/v1/feeds"))["items"]![0]!["rejected"]!.AsArray())!;

        Assert.Equal(("no-location", 1), ((string?)rejected["reason"], (int)rejected["count"]!));
        Assert.Contains("has no location", (string?)rejected["example"], StringComparison.Ordinal);
        Assert.Contains("publisher", (string?)rejected["advice"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FeedState.Harvesting, "harvesting")]
    [InlineData(FeedState.Waiting, "waiting")]
    [InlineData(FeedState.Error, "error")]
    [InlineData(FeedState.Gone, "gone")]
    public async Task A_state_is_a_word_and_a_fault_says_why(FeedState state, string word)
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await service.Store.ReportFeedAsync(publisher.FeedId, new FeedReport { State = state, Fault = new FeedFault("http-404", "It answers 404.") }, TestContext.Current.CancellationToken);

        var feed = (await service.JsonAsync("/v1/feeds"))["items"]![0]!;

        Assert.Equal(word, (string?)feed["state"]);
        Assert.Equal("http-404", (string?)feed["fault"]!["code"]);
        Assert.Equal($"It answers 404. {FeedAdvice.For("http-404")}", (string?)feed["fault"]!["text"]);
        Assert.Null(feed["lagSeconds"]);
    }

    [Fact]
    public async Task Time_alone_does_not_change_the_tag_and_news_of_a_feed_does()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        using var first = await service.GetAsync("/v1/feeds");

        service.Time.Move(TimeSpan.FromSeconds(9));
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(service, first));
        await publisher.PublishAsync(Town.TaiChi);
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(service, first));
    }

    private static async Task<HttpStatusCode> AskAgainAsync(TestService service, HttpResponseMessage first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
