using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class CursorTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("sort=nearest&limit=1")]
    [InlineData("sort=soonest&limit=1")]
    [InlineData("sort=nearest&limit=2&attendance=any")]
    [InlineData("sort=soonest&limit=3&attendance=any&kind=session&kind=facility&activity=Martial+Arts&activity=Walking")]
    public async Task Following_next_gives_each_item_once_in_the_order_of_one_long_page(string parameters)
    {
        var whole = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&{parameters.Replace("limit=1", "limit=100", StringComparison.Ordinal).Replace("limit=2", "limit=100", StringComparison.Ordinal).Replace("limit=3", "limit=100", StringComparison.Ordinal)}");

        var names = new List<string?>();
        for (var path = $"/v1/opportunities?{Town.Centre}&{parameters}"; path is not null;)
        {
            var page = await _service.JsonAsync(path);
            names.AddRange(Names(page));
            path = (string?)page["next"];
        }

        Assert.Equal(Names(whole), names);
    }

    [Fact]
    public async Task The_next_page_keeps_the_query_and_its_moment()
    {
        var first = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&limit=1&radius=7&to=2026-06-20&activity=Tai+Chi&activity=Walking&sort=soonest&kind=session&kind=facility&attendance=any");
        // Only Tai Chi matches, so ask again with a query that has a second page.
        Assert.Null(first["next"]);
        var one = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&limit=1&radius=7&to=2026-06-20&sort=soonest");
        var two = await _service.JsonAsync((string)one["next"]!);

        Assert.True(JsonNode.DeepEquals(one["query"], two["query"]), two["query"]!.ToJsonString());
        Assert.Equal((string?)one["asOf"], (string?)two["asOf"]);
    }

    [Fact]
    public async Task Next_stands_in_a_Link_header_too()
    {
        using var response = await _service.GetAsync($"/v1/opportunities?{Town.Centre}&limit=1");

        var next = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["next"];
        Assert.Equal($"<{next}>; rel=\"next\"", Assert.Single(response.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task A_cursor_stands_alone()
    {
        var errors = await _service.ErrorsAsync($"{await NextAsync(_service)}&limit=2&radius=3");

        Assert.Equal(["limit", "radius"], errors.Select(error => error.Key).Order());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00%ff")]
    [InlineData("CfDJ8AAAA")]
    public async Task A_cursor_from_nowhere_is_refused(string cursor)
    {
        var errors = await _service.ErrorsAsync($"/v1/opportunities?cursor={cursor}");

        Assert.True(errors.ContainsKey("cursor"));
    }

    [Fact]
    public async Task A_cursor_that_was_changed_anywhere_is_refused()
    {
        var next = await NextAsync(_service);
        for (var at = next.IndexOf('=') + 1; at < next.Length; at += 37)
        {
            var changed = $"{next[..at]}{(next[at] == 'A' ? 'B' : 'A')}{next[(at + 1)..]}";
            Assert.True((await _service.ErrorsAsync(changed)).ContainsKey("cursor"), $"changed at {at}");
        }
    }

    [Fact]
    public async Task A_cursor_says_nothing_of_the_place()
    {
        var first = await _service.JsonAsync("/v1/opportunities?lat=53.812345&lon=-1.55&limit=1");

        var text = ((string)first["next"]!).Split('=')[1];
        var bytes = WebEncoders.Base64UrlDecode(text);
        Assert.DoesNotContain("53.8", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.True(bytes.AsSpan().IndexOf(BitConverter.GetBytes(53.812345)) < 0);
    }

    [Fact]
    public async Task A_cursor_lives_for_a_day()
    {
        await using var service = await FilledAsync();
        var next = await NextAsync(service);

        service.Time.Move(TimeSpan.FromHours(24));
        await service.JsonAsync(next);
        service.Time.Move(TimeSpan.FromSeconds(1));
        Assert.Contains("24 hours", (await service.ErrorsAsync(next))["cursor"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_outlives_a_restart()
    {
        using var folder = new TestFolder();
        string next;
        await using (var before = await FilledAsync(folder))
            next = await NextAsync(before);

        await using var after = await TestService.StartAsync(folder);
        Assert.Equal(["Bare"], Names(await after.JsonAsync(next)));
    }

    private static async Task<TestService> FilledAsync(TestFolder? folder = null)
    {
        var service = await TestService.StartAsync(folder);
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.All);
        return service;
    }

    private static async Task<string> NextAsync(TestService service) =>
        (string)(await service.JsonAsync($"/v1/opportunities?{Town.Centre}&limit=1"))["next"]!;

    private static IEnumerable<string?> Names(JsonNode page) => page["items"]!.AsArray().Select(item => (string?)item!["name"]);
}
