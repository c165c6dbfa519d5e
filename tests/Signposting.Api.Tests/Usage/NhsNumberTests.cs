using System.Net;
using Signposting.Api.Conditions;
using Signposting.Api.Problems;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Api.Usage;

namespace Signposting.Api.Tests.Usage;

public sealed class NhsNumberTests(TownService town)
{
    /// <summary>9434765919 is the NHS Data Dictionary's example.</summary>
    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5919", true)]
    [InlineData(" 943-476-5919\u200b", true)]
    [InlineData("９４３４７６５９１９", true)]
    [InlineData("9434765918", false)]
    [InlineData("94347659190", false)]
    [InlineData("943476591", false)]
    [InlineData("patient 9434765919", false)]
    [InlineData("", false)]
    public void A_text_that_is_an_NHS_number_as_a_whole_is_told(string text, bool expected) => Assert.Equal(expected, NhsNumber.Is(text));

    [Fact]
    public void Every_number_has_at_most_one_check_digit()
    {
        var counts = Enumerable.Range(0, 5_000).Select(i => Enumerable.Range(0, 10).Count(digit => NhsNumber.Is($"{400_000_000 + (i * 31_337L)}{digit}"))).ToList();

        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.Contains(0, counts);
    }

    [Fact]
    public void No_code_of_a_condition_is_refused_though_it_may_look_like_one()
    {
        var conditions = town.Service.Get<ClinicalRules>().Rules.Conditions;
        var codes = conditions.All.SelectMany(condition => condition.Codes).Select(code => code.Code).ToList();

        var errors = new ParameterErrors();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.False(NhsNumber.Refuse(code, "conditions", conditions, errors)));
    }

    [Theory]
    [InlineData("9434765919")]
    [InlineData("943%20476%205919")]
    public async Task A_search_for_one_is_refused(string words)
    {
        var errors = await town.Service.ErrorsAsync($"/v1/opportunities?{Town.Centre}&q={words}");

        Assert.Equal(NhsNumber.Refusal, (string?)errors["q"]![0]);
        await town.Service.JsonAsync($"/v1/opportunities?{Town.Centre}&q=9434765918", HttpStatusCode.OK);
    }
}
