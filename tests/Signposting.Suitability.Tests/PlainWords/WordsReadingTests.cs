using Signposting.Suitability.PlainWords;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.PlainWords;

/// <summary>Nothing that was typed is passed over in silence.</summary>
public sealed class WordsReadingTests
{
    private static readonly ConditionWords Words = TheRules.Rules.Conditions.Words;

    [Theory]
    [InlineData("anxious lady with type 2 diabetes and a bad knee", "anxiety type-2-diabetes osteoarthritis", "")]
    [InlineData("anxious and wibble wobble", "anxiety", "wibble wobble")]
    [InlineData("wibble with copd but also gubbins", "copd", "wibble|gubbins")]
    [InlineData("she is a man of 82", "", "")]
    [InlineData("no sense of humour", "", "no sense of humour")]
    [InlineData("osteo", "osteoarthritis osteoporosis", "")]
    public void A_text_is_read_to_conditions_and_what_is_left(string said, string conditions, string left)
    {
        var reading = Words.Read(said);

        Assert.Equal(conditions, string.Join(' ', reading.Matches.Select(match => match.Condition.Key)));
        Assert.Equal(left, string.Join('|', reading.Left));
        Assert.Empty(reading.TakenBack);
    }

    [Fact]
    public void What_is_taken_back_is_told_and_is_not_left()
    {
        var reading = Words.Read("no epilepsy but asthma");

        Assert.Equal("asthma", Assert.Single(reading.Matches).Condition.Key);
        Assert.Equal("epilepsy", Assert.Single(reading.TakenBack).Condition.Key);
        Assert.Empty(reading.Left);
    }

    [Fact]
    public void It_finds_the_same_conditions_as_a_look_up() =>
        Assert.All(TheRules.Rules.Conditions.All.SelectMany(condition => condition.Words), words => Assert.Equal(Words.Find(words), Words.Read(words).Matches));

    [Theory]
    [InlineData("chest infection", "asthma")]
    [InlineData("knee and shed", "osteoarthritis")]
    public void Conditions_that_share_a_word_are_near(string said, string near) => Assert.Contains(near, Words.Near(said).Select(condition => condition.Key));

    [Theory]
    [InlineData("")]
    [InlineData("wibble")]
    [InlineData("a bad one with the other")]
    public void Words_that_no_condition_has_are_near_to_none(string said) => Assert.Empty(Words.Near(said));
}
