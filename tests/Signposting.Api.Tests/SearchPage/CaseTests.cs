using System.Net;
using Signposting.Api.Conditions;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.SearchPage;

public sealed class CaseTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task Every_condition_of_the_rules_has_a_page_with_what_to_watch_and_why()
    {
        using var browsing = new Browsing(_service);
        var (_, list) = await browsing.GetAsync("/conditions");

        foreach (var condition in _service.Get<ClinicalRules>().Rules.Conditions.All)
        {
            Assert.Contains($"href=\"/conditions/{condition.Key}\"", list, StringComparison.Ordinal);
            var (status, html) = await browsing.GetAsync($"/conditions/{condition.Key}");
            Assert.Equal(HttpStatusCode.OK, status);
            var text = WebUtility.HtmlDecode(html);
            Assert.All(condition.Stop.Concat(condition.Cautions).Concat(condition.Why), statement => Assert.Contains(statement.Text, text, StringComparison.Ordinal));
            Assert.All(condition.Ask, question => Assert.Contains(question, text, StringComparison.Ordinal));
            Assert.Equal(condition.NoActivities is not null, text.Contains("No activities are suggested", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_code_leads_to_its_condition_and_what_is_unknown_to_the_list()
    {
        using var browsing = new Browsing(_service);

        Assert.Equal(HttpStatusCode.SeeOther, (await browsing.GetAsync("/conditions/44054006")).Status);
        var (status, html) = await browsing.GetAsync("/conditions/no-such-thing");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("href=\"/conditions\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_to_stop_whatever_their_condition_is_told_from_the_rules() =>
        Assert.Contains(_service.Get<ClinicalRules>().Rules.StopForAnybody, statement => statement.Text.Contains("chest pain", StringComparison.OrdinalIgnoreCase));
}
