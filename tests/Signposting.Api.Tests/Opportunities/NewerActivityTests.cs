using System.Text.Json.Nodes;
using OpenActive.Vocabulary;
using Signposting.Api.Activities;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

/// <summary>The published activity list has an activity that the rules do not know yet.</summary>
public sealed class NewerActivityTests
{
    private const string Id = "https://openactive.io/activity-list#11111111-2222-4333-8444-555555555555";

    [Fact]
    public async Task It_is_unknown_until_the_list_is_read_and_then_judged_by_what_stands_above_it()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.Bare.Doing("Willow Tai Chi", Id));
        var search = $"/v1/opportunities?{Town.Centre}&condition=falls";

        Assert.Equal("unknown", Verdict((await service.JsonAsync(search))["items"]![0]!));
        service.Get<ActivityConcepts>().Follow(() => Tomorrow);
        var item = (await service.JsonAsync(search))["items"]![0]!;

        Assert.Equal("suitable", Verdict(item));
        Assert.Contains(item["suitability"]!["reasons"]!.AsArray(), reason => ((string)reason!["text"]!).StartsWith("The activity is newer than the rules", StringComparison.Ordinal));
        Assert.Equal("suitable", (string?)(await service.JsonAsync("/v1/activities/11111111-2222-4333-8444-555555555555/suitability?condition=falls"))["verdict"]);
    }

    private static readonly ActivityList Tomorrow = ActivityList.Parse(System.Text.Encoding.UTF8.GetBytes($$"""
        {"concept": [{"id": "{{Id}}", "prefLabel": "Willow Tai Chi", "broader": ["{{Town.TaiChiId}}"]}, {"id": "{{Town.TaiChiId}}", "prefLabel": "Tai Chi"}]}
        """));

    private static string? Verdict(JsonNode item) => (string?)item["suitability"]!["verdict"];
}
