using Feeds.Harvester.Settings;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

/// <summary>A condition that is not understood is never left out of a search: nothing is searched, and the answer says how to go on.</summary>
public sealed class RefusedConditionTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("Falls", "keys are lower case")]
    [InlineData("44054007", "check digit")]
    [InlineData("73211009", "Send the key of the condition instead")]
    [InlineData("754786014", "not a concept")]
    [InlineData("http://hl7.org/fhir/sid/icd-10%7CE11", "is not the system of SNOMED CT")]
    [InlineData("bad%20knee", "is not the key of a condition")]
    public async Task What_is_no_condition_is_a_400_that_names_it(string sent, string text)
    {
        foreach (var path in new[] { $"/v1/opportunities?{Town.Centre}&condition={sent}", $"/v1/activities/tai_chi/suitability?condition={sent}" })
        {
            Assert.Contains(text, (string?)(await _service.ErrorsAsync(path))["condition"]![0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Twenty_conditions_are_answered_and_one_more_is_refused_with_a_way_on()
    {
        var keys = (await _service.JsonAsync("/v1/conditions"))["items"]!.AsArray().Select(item => (string)item!["key"]!).Where(key => key != "me-cfs").ToArray();
        string Search(int count) => $"/v1/opportunities?{Town.Centre}&{string.Join('&', keys.Take(count).Select(key => $"condition={key}"))}";

        Assert.Equal(20, (await _service.JsonAsync(Search(20)))["query"]!["conditions"]!.AsArray().Count);
        Assert.Contains("send it at most that often", (string?)(await _service.ErrorsAsync(Search(21)))["condition"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("44054006")]
    [InlineData("http%3A%2F%2Fsnomed.info%2Fsct%7C44054006")]
    [InlineData("type-2-diabetes")]
    public async Task One_condition_is_found_by_every_form_of_its_name(string sent) =>
        Assert.Equal("type-2-diabetes", (string?)(await _service.JsonAsync($"/v1/conditions/{sent}"))["key"]);

    [Fact]
    public async Task A_service_that_requires_reviewed_rules_refuses_every_draft()
    {
        await using var service = await TestService.StartAsync("--Suitability:RequireReviewed", "true");

        Assert.Contains("no clinician has signed", (string?)(await service.ErrorsAsync($"/v1/opportunities?{Town.Centre}&condition=falls"))["condition"]![0], StringComparison.Ordinal);
        Assert.Empty((await service.JsonAsync("/v1/conditions"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_code_list_leads_a_more_specific_code_to_its_condition()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "more.csv");
        await File.WriteAllTextAsync(file, "code,condition\n73211009,type-2-diabetes\n", TestContext.Current.CancellationToken);
        await using var service = await TestService.StartAsync("--Suitability:CodeLists", file);

        var asked = (await service.JsonAsync($"/v1/opportunities?{Town.Centre}&condition=73211009"))["query"]!["conditions"]![0]!;
        Assert.Equal(("type-2-diabetes", "73211009"), ((string?)asked["key"], (string?)asked["code"]));
    }

    [Theory]
    [InlineData("code,condition\n73211009,type-2-diabetes\n73211009,type-1-diabetes\n", "73211009")]
    [InlineData("code,condition\n44054006,falls\n", "44054006")]
    [InlineData("code,condition\n44054007,falls\n", "check digit")]
    [InlineData("code,condition\n73211009,Falls\n", "Falls")]
    [InlineData("snomed;key\n", "code,condition")]
    public async Task A_code_list_that_is_wrong_or_in_conflict_stops_the_program_with_a_sentence(string list, string text)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "more.csv");
        await File.WriteAllTextAsync(file, list, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SettingsException>(() => TestService.StartAsync("--Suitability:CodeLists:0", file));
        Assert.Contains("Suitability:CodeLists", refused.Message, StringComparison.Ordinal);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }
}
