using Signposting.Suitability.Records;

namespace Signposting.Suitability.Tests.Records;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData(null, " ")]
    [InlineData("", " ")]
    [InlineData("!?", " ")]
    [InlineData("Yoga", " yoga ")]
    [InlineData("TAI-CHI, gently!", " tai chi gently ")]
    [InlineData("  two   spaces ", " two spaces ")]
    [InlineData("Men's & Women’s", " mens womens ")]
    [InlineData("Over 50+", " over 50 plus ")]
    [InlineData("50+ and 60+s", " 50 plus and 60 plus s ")]
    [InlineData("Café", " café ")]
    public void A_text_becomes_lower_case_words_with_one_space_on_each_side(string? text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void What_stands_after_4000_characters_is_not_read()
    {
        Assert.Equal(4002, FoldedText.Of(new string('x', 4001)).Length);
        Assert.EndsWith("hot ", FoldedText.Of(new string(' ', 3997) + "hot"), StringComparison.Ordinal);
        Assert.EndsWith("ho ", FoldedText.Of(new string(' ', 3998) + "hot"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_taken_out_does_not_join_up_what_stood_beside_it()
    {
        Assert.Equal(" a | b ", FoldedText.Without(" a hot drink b ", [" hot drink "]));
        Assert.False(FoldedText.HoldsAny(FoldedText.Without(" hot red hot yoga ", [" red hot "]), [" hot yoga "]));
        Assert.True(FoldedText.HoldsAny(" hot yoga ", [" cold ", " hot "]));
        Assert.False(FoldedText.HoldsAny(" hotel ", [" hot "]));
    }
}
