using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class ConditionTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("condition=falls", null)]
    [InlineData("condition=129839007", "129839007")]
    [InlineData("condition=http://snomed.info/sct%7C129839007", "129839007")]
    public async Task A_condition_gives_every_item_a_verdict_with_reasons_and_sources(string parameter, string? code)
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&{parameter}");

        var first = answer["items"]![0]!;
        Assert.Equal("Tai Chi for balance", (string?)first["name"]);
        Assert.Equal("recommended", (string?)first["suitability"]!["verdict"]);
        Assert.NotEmpty(first["suitability"]!["reasons"]![0]!["source"]!["title"]!.GetValue<string>());
        Assert.All(answer["items"]!.AsArray(), item => Assert.NotNull(item!["suitability"]!["verdict"]));
        Assert.Equal(("falls", code), ((string?)answer["query"]!["conditions"]![0]!["key"], (string?)answer["query"]!["conditions"]![0]!["code"]));
        Assert.StartsWith("sha256:", (string?)answer["rules"]!["version"], StringComparison.Ordinal);
        Assert.Equal("draft", (string?)answer["rules"]!["review"]);
        Assert.Contains(answer["guidance"]!.AsArray(), guidance => (string?)guidance!["condition"] == "falls" && guidance["source"]!["title"] is not null);
        Assert.Equal("best", (string?)answer["query"]!["sort"]);
    }

    [Fact]
    public async Task What_is_recommended_comes_first_and_what_is_not_known_last_whatever_the_distance()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=falls&radius=50");

        var verdicts = answer["items"]!.AsArray().Select(item => (string)item!["suitability"]!["verdict"]!).ToList();
        string[] order = ["recommended", "suitable", "ask-first", "not-advised", "unknown"];
        Assert.Equal(verdicts.OrderBy(verdict => Array.IndexOf(order, verdict)), verdicts);
        Assert.Contains("unknown", verdicts);
    }

    [Fact]
    public async Task What_is_not_advised_is_left_out_unless_it_is_asked_for()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.TaiChi, Town.Bare.With(description => description with { Name = "Hot Yoga" }));
        var search = $"/v1/opportunities?{Town.Centre}&condition=pregnancy";

        Assert.Equal(["Tai Chi for balance"], Names(await service.JsonAsync(search)));
        Assert.Equal(["Tai Chi for balance", "Hot Yoga"], Names(await service.JsonAsync(search + "&verdict=any")));
    }

    [Fact]
    public async Task The_order_of_conditions_and_their_repetition_change_nothing()
    {
        var one = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=falls&condition=osteoporosis");
        var other = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=osteoporosis&condition=129839007&condition=falls");

        Assert.Equal(Verdicts(one), Verdicts(other));
        Assert.Equal(2, other["query"]!["conditions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Where_no_activity_is_advised_the_answer_is_the_message_and_no_items()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=me-cfs&condition=falls&verdict=any");

        Assert.Empty(answer["items"]!.AsArray());
        Assert.Null(answer["next"]);
        Assert.Equal("stop", (string?)answer["guidance"]![0]!["kind"]);
    }

    [Fact]
    public async Task Pages_go_on_where_the_verdicts_left_off()
    {
        var whole = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=falls&radius=50");
        var names = new List<string?>();
        for (var address = $"/v1/opportunities?{Town.Centre}&condition=falls&radius=50&limit=2"; address is not null;)
        {
            var page = await _service.JsonAsync(address);
            names.AddRange(page["items"]!.AsArray().Select(item => (string?)item!["name"]));
            Assert.Equal("falls", (string?)page["query"]!["conditions"]![0]!["key"]);
            address = (string?)page["next"];
        }

        Assert.Equal(whole["items"]!.AsArray().Select(item => (string?)item!["name"]), names);
    }

    [Fact]
    public async Task Without_a_condition_nothing_is_said_of_suitability()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        Assert.False(answer.AsObject().ContainsKey("rules"));
        Assert.False(answer.AsObject().ContainsKey("guidance"));
        Assert.All(answer["items"]!.AsArray(), item => Assert.False(item!.AsObject().ContainsKey("suitability")));
    }

    private static IEnumerable<string?> Names(JsonNode answer) => answer["items"]!.AsArray().Select(item => (string?)item!["name"]);

    private static IEnumerable<string?> Verdicts(JsonNode answer) =>
        answer["items"]!.AsArray().Select(item => $"{item!["name"]} {item["suitability"]!["verdict"]}");
}
