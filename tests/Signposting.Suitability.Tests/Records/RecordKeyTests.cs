using FsCheck;
using FsCheck.Fluent;
using Signposting.Suitability.Records;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Records;

public sealed class RecordKeyTests
{
    private static readonly string[] Activities = [.. TheRules.Rules.Profiles.Activities.Select(activity => activity.Id), "https://openactive.io/activity-list#unheard-of"];

    private static readonly string[] Words = ["hot", "gentle", "chair", "GP referral", "bootcamp", "advanced", "kids", "cold water swimming", "and", "50+", "Parkinson's", "heated pool"];

    private static readonly Arbitrary<RecordWords> Records =
        (from activities in Gen.Elements(Activities).ListOf()
         from words in Gen.Elements(Words).ListOf()
         from coached in Gen.Elements<bool?>(null, true, false)
         from ageTo in Gen.Elements<int?>(null, 11, 99)
         select new RecordWords { Activities = [.. activities.Take(12)], Name = string.Join(' ', words), Coached = coached, AgeTo = ageTo }).ToArbitrary();

    [Fact]
    public void A_key_reads_back_as_itself_and_judges_the_same() => Prop.ForAll(Records, record =>
    {
        var set = TheRules.Conditions("pregnancy", "falls", "asthma");
        var key = TheRules.Rules.Read(record);
        var again = TheRules.Rules.ParseKey(key.Text);
        return key.Equals(again) && key.Text.Length <= 400 && TheRules.Rules.VerdictOf(key, set) == TheRules.Rules.VerdictOf(again!, set)
            && TheRules.Rules.Assess(key, set).Verdict == TheRules.Rules.VerdictOf(key, set);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_can_be_read_by_a_person() =>
        Assert.Equal("pilates+yoga|gentle,hot", TheRules.Rules.Read(new RecordWords
        {
            Activities = [TheRules.IdOf("Yoga"), TheRules.IdOf("Pilates")],
            Name = "Gentle hot flow",
        }).Text);

    [Theory]
    [InlineData("")]
    [InlineData("yoga")]
    [InlineData("yoga|hot|")]
    [InlineData("nonsense|")]
    [InlineData("yoga|nonsense")]
    [InlineData("yoga+pilates|")]
    [InlineData("yoga+yoga|")]
    public void A_text_that_is_no_key_is_none(string text) => Assert.Null(TheRules.Rules.ParseKey(text));

    [Fact]
    public void A_megabyte_of_description_is_cut_and_a_key_stays_short()
    {
        var key = TheRules.Rules.Read(new RecordWords
        {
            Activities = Activities,
            Name = new string('x', 1_000_000),
            Description = string.Concat(Enumerable.Repeat("hot yoga bikram heated room ", 40_000)),
        });

        Assert.InRange(key.Text.Length, 1, 400);
        Assert.EndsWith("|hot", key.Text, StringComparison.Ordinal);
    }
}
