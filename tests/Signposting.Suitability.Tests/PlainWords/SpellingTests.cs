using Signposting.Suitability.PlainWords;

namespace Signposting.Suitability.Tests.PlainWords;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("knee", "knee")]
    [InlineData("knees", "knee")]
    [InlineData("knee", "knees")]
    [InlineData("pregnancies", "pregnancy")]
    [InlineData("pregnancy", "pregnancies")]
    [InlineData("bodies", "body")]
    [InlineData("eye", "eye")]
    public void The_same_word_in_either_number(string written, string word) => Assert.Equal(Likeness.Same, Spelling.Compare(written, word));

    [Theory]
    [InlineData("lngs", "lungs", "a letter is missing")]
    [InlineData("lunggs", "lungs", "a letter is doubled")]
    [InlineData("lugns", "lungs", "two letters are exchanged")]
    [InlineData("lnugs", "lungs", "the second and third are exchanged")]
    [InlineData("strake", "stroke", "a letter is wrong")]
    [InlineData("stroki", "stroke", "the last letter is wrong")]
    [InlineData("strok", "stroke", "the last letter is missing")]
    [InlineData("strokex", "stroke", "a letter too many at the end")]
    [InlineData("skroke", "stroke", "the second letter is wrong")]
    [InlineData("obestiy", "obesity", "exchanged near the end")]
    [InlineData("diabetis", "diabetes", "one wrong of eight")]
    [InlineData("diebatis", "diabetes", "three wrong, but two of them exchanged with a letter between", true)]
    [InlineData("diebetis", "diabetes", "two wrong of eight")]
    [InlineData("daibeets", "diabetes", "exchanged twice")]
    [InlineData("diabet", "diabetes", "two missing at the end")]
    [InlineData("diabetesxx", "diabetes", "two too many at the end")]
    public void A_slip_is_told_from_another_word(string written, string word, string why, bool isAnother = false) =>
        Assert.True(Spelling.Compare(written, word) == (isAnother ? null : Likeness.Misspelt), why);

    [Theory]
    [InlineData("eyes", "eye", "three letters are too few to tell a number")]
    [InlineData("kneies", "knee", "only a y turns into ies")]
    [InlineData("beadies", "body", "the letters before ies differ")]
    [InlineData("knex", "knee", "four letters are too few for a slip")]
    [InlineData("lunge", "lungs", "of five letters none may be wrong")]
    [InlineData("lns", "lungs", "too short")]
    [InlineData("troke", "stroke", "the first letter has to be right")]
    [InlineData("strokexx", "stroke", "two slips in six letters")]
    [InlineData("obisety", "obesity", "two wrong of seven")]
    [InlineData("diabe", "diabetes", "three missing")]
    [InlineData("dbetesx", "diabetes", "two missing near the start and one too many")]
    [InlineData("diabetesxxx", "diabetes", "three too many")]
    [InlineData("diebatus", "diabetes", "three wrong")]
    public void Another_word_is_another_word(string written, string word, string why) => Assert.True(Spelling.Compare(written, word) is null, why);
}
