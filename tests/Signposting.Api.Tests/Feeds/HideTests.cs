using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Access;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Store;

namespace Signposting.Api.Tests.Feeds;

public sealed class HideTests
{
    [Theory, EachEngine]
    public async Task A_hidden_opportunity_is_gone_at_once_and_stays_so_when_it_is_published_again(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        var (publisher, key) = await FilledAsync(service);

        using var response = await PostAsync(service, key, "hide", new JsonObject { ["opportunity"] = Town.TaiChi.PublicId, ["reason"] = "Safeguarding 2026/17" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("Tai Chi for balance", await NamesAsync(service));
        await publisher.CommitAsync([Town.TaiChi.ToItem(modified: 2)]);
        Assert.DoesNotContain("Tai Chi for balance", await NamesAsync(service));
        await service.JsonAsync($"/v1/opportunities/{Town.TaiChi.PublicId}", HttpStatusCode.Gone);
        var listed = Assert.Single((await ListAsync(service, key)))!;
        Assert.Equal((Town.TaiChi.PublicId, "Safeguarding 2026/17", "Test practice"), ((string?)listed["opportunity"], (string?)listed["reason"], (string?)listed["by"]));

        using var again = await PostAsync(service, key, "unhide", new JsonObject { ["opportunity"] = Town.TaiChi.PublicId });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("Tai Chi for balance", await NamesAsync(service));
        Assert.Empty(await ListAsync(service, key));
    }

    [Theory]
    [InlineData("organizer", "  THE  leisure trust ")]
    [InlineData("feed", "https://leisure.test/feed")]
    public async Task A_hidden_organiser_or_feed_takes_all_of_its_opportunities_with_it(string target, string value)
    {
        await using var service = await TestService.StartAsync();
        var (_, key) = await FilledAsync(service);
        await (await Publisher.RegisterAsync(service.Store, "other")).PublishAsync(new Listing("Elsewhere").At(53.8, -1.55).On("2026-06-12T10:00:00+01:00"));

        using var response = await PostAsync(service, key, "hide", new JsonObject { [target] = value, ["reason"] = "x" });

        var names = await NamesAsync(service);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("Tai Chi for balance", names);
        Assert.Contains("Elsewhere", names);
        Assert.Equal(target == "organizer", names.Contains("Bare"));
    }

    [Theory]
    [InlineData("nearest")]
    [InlineData("soonest")]
    public async Task Pages_stay_full_and_complete_when_most_of_what_is_near_is_hidden(string sort)
    {
        await using var service = await TestService.StartAsync();
        var hidden = await Publisher.RegisterAsync(service.Store, "hidden");
        var shown = await Publisher.RegisterAsync(service.Store, "shown");
        for (var i = 0; i < 60; i++)
            await hidden.PublishAsync(new Listing($"Hidden {i}").At(53.8 + (i * 0.0001), -1.55).On("2026-06-11T10:00:00+01:00"));
        for (var i = 0; i < 5; i++)
            await shown.PublishAsync(new Listing($"Shown {i}").At(53.81, -1.55 + (i * 0.0001)).On("2026-06-12T10:00:00+01:00"));
        using var response = await PostAsync(service, await service.Store.AddKeyAsync("feeds:admin"), "hide", new JsonObject { ["feed"] = "https://hidden.test/feed", ["reason"] = "x" });

        var names = new List<string>();
        for (var next = $"/v1/opportunities?{Town.Centre}&sort={sort}&limit=2"; next is not null;)
        {
            var page = await service.JsonAsync(next);
            names.AddRange(page["items"]!.AsArray().Select(item => (string)item!["name"]!));
            next = (string?)page["next"];
            Assert.True(next is null || names.Count % 2 == 0);
        }

        Assert.Equal(["Shown 0", "Shown 1", "Shown 2", "Shown 3", "Shown 4"], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "opportunity")]
    [InlineData("""{"opportunity":"op_0000000000000000","feed":"x","reason":"x"}""", "opportunity")]
    [InlineData("""{"opportunity":"yoga","reason":"x"}""", "opportunity")]
    [InlineData("""{"organizer":" ","reason":"x"}""", "organizer")]
    [InlineData("""{"organizer":"x"}""", "reason")]
    [InlineData("""{"organizer":"x","reason":1}""", "reason")]
    [InlineData("""{"organizer":"x","reason":"a","reason":"b"}""", "reason")]
    [InlineData("""{"organizer":"x","reason":"x","patient":"9434765919"}""", "patient")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    public async Task A_wrong_body_is_refused_by_the_name_of_its_member(string body, string named)
    {
        await using var service = await TestService.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await PostAsync(service, await service.Store.AddKeyAsync("feeds:admin"), "hide", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("hide", """{"feed":"https://typo.test/feed","reason":"x"}""")]
    [InlineData("hide", """{"opportunity":"op_0000000000000000","reason":"x"}""")]
    [InlineData("hide", """{"organizer":"The leisure trus","reason":"x"}""")]
    [InlineData("unhide", """{"organizer":"The leisure trust"}""")]
    public async Task What_is_not_there_cannot_be_hidden_or_shown_again(string order, string body)
    {
        await using var service = await TestService.StartAsync();
        await FilledAsync(service);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await PostAsync(service, await service.Store.AddKeyAsync("feeds:admin"), order, content);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        if (order == "hide")
            Assert.Equal(JsonNode.Parse(body)!.AsObject().First().Key, Assert.Single(problem["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task The_answer_gives_the_time_to_the_second()
    {
        await using var service = await TestService.StartAsync(StoreEngine.Sqlite, FakeTime.Start.AddTicks(1234567));
        var (_, key) = await FilledAsync(service);

        using var response = await PostAsync(service, key, "hide", new JsonObject { ["organizer"] = "The leisure trust", ["reason"] = "x" });

        var hidden = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Matches(@"T\d\d:\d\d:\d\d\+\d\d:00$", (string)hidden["at"]!);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_a_415()
    {
        await using var service = await TestService.StartAsync();
        using var content = new StringContent("feed=x", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await PostAsync(service, await service.Store.AddKeyAsync("feeds:admin"), "hide", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<(Publisher Publisher, string Key)> FilledAsync(TestService service)
    {
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi, Town.Bare);
        return (publisher, await service.Store.AddKeyAsync("feeds:admin"));
    }

    private static async Task<List<string>> NamesAsync(TestService service) =>
        [.. (await service.JsonAsync($"/v1/opportunities?{Town.Centre}"))["items"]!.AsArray().Select(item => (string)item!["name"]!)];

    private static Task<HttpResponseMessage> PostAsync(TestService service, string key, string order, JsonObject body) =>
        PostAsync(service, key, order, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    private static async Task<HttpResponseMessage> PostAsync(TestService service, string key, string order, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/feeds/{order}") { Content = content };
        request.Headers.Add("X-Api-Key", key);
        return await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonArray> ListAsync(TestService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds/hidden");
        request.Headers.Add("X-Api-Key", key);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["items"]!.AsArray();
    }
}
