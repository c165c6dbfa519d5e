using Signposting.Suitability.PlainWords;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.PlainWords;

public sealed class ConditionWordsTests
{
    private static readonly ConditionWords Words = TheRules.Rules.Conditions.Words;

    [Theory]
    [MemberData(nameof(SaidByPatients.Rows), MemberType = typeof(SaidByPatients))]
    public void What_people_say_leads_to_the_conditions_they_may_mean_and_to_no_other(string said, string conditions) =>
        Assert.Equal(conditions, string.Join(' ', Words.Find(said).Select(match => match.Condition.Key)));

    [Fact]
    public void Every_name_key_term_and_word_of_a_condition_leads_to_it()
    {
        foreach (var condition in TheRules.Rules.Conditions.All)
        {
            string[] all = [condition.Name, condition.Key, .. condition.Codes.Select(code => code.Term), .. condition.Words, .. condition.WordsAlone];
            Assert.All(all, words => Assert.Contains(condition.Key, Words.Find(words).Select(match => match.Condition.Key)));
            Assert.NotEmpty(condition.Words);
        }
    }

    [Fact]
    public void No_word_is_both_one_of_a_condition_and_one_that_means_something_else() =>
        Assert.All(TheRules.Rules.Conditions.All, condition => Assert.Empty(condition.NotWords.Intersect(condition.Words.Concat(condition.WordsAlone))));

    [Theory]
    [InlineData("Bad Knees", Likeness.Same, "bad knee")]
    [InlineData("bad left knee", Likeness.Same, "bad knee")]
    [InlineData("bad old left knee", Likeness.Same, "bad knee")]
    [InlineData("osteoperosis", Likeness.Misspelt, "osteoporosis")]
    [InlineData("diab", Likeness.Beginning, "diabetes")]
    public void A_match_says_what_was_found_and_how_close_it_is(string said, Likeness likeness, string words)
    {
        var match = Words.Find(said)[0];

        Assert.Equal(likeness, match.Likeness);
        Assert.Equal(words, match.Words);
    }

    [Fact]
    public void What_is_written_as_it_is_comes_before_what_is_misspelt() =>
        Assert.Equal(["epilepsy", "osteoporosis"], Words.Find("osteoperosis and epilepsy").Select(match => match.Condition.Key));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("?!*")]
    [InlineData("of the and with my")]
    [InlineData("\u0000\ud800")]
    public void A_text_that_says_nothing_finds_nothing(string said) => Assert.Empty(Words.Find(said));

    [Fact]
    public void A_very_long_text_is_read_from_its_beginning_only()
    {
        Assert.Equal("asthma", Assert.Single(Words.Find("asthma " + new string('x', 1_000_000))).Condition.Key);
        Assert.Empty(Words.Find(new string('x', ConditionWords.MaxLength) + " asthma"));
    }

    [Theory]
    [InlineData("stroke heat stroke", "stroke-tia")]
    [InlineData("heat stroke stroke", "stroke-tia")]
    [InlineData("heat stroke", "")]
    [InlineData("had a heat stroke", "")]
    [InlineData("my asthma", "asthma")]
    [InlineData("asthma but no diabetes", "asthma")]
    [InlineData("no diabetes but asthma", "asthma")]
    [InlineData("no diabetes or asthma", "")]
    [InlineData("without asthma", "")]
    [InlineData("no pain and asthma", "asthma")]
    public void What_means_something_else_or_is_taken_back_does_not_count_and_what_stands_beside_it_does(string said, string keys) =>
        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), Words.Find(said).Select(match => match.Condition.Key).Where(key => key is "asthma" or "stroke-tia" or "type-1-diabetes" or "type-2-diabetes" or "prediabetes"));

    [Theory]
    [InlineData("ast", "asthma")]
    [InlineData("as", "")]
    [InlineData("my ast", "asthma")]
    [InlineData("high blood pre", "hypertension")]
    [InlineData("high bloop pre", "")]
    [InlineData("high blood pressure pre", "")]
    public void The_beginning_of_words_is_enough_from_three_letters_on(string said, string key) =>
        Assert.Equal(key.Length > 0, Words.Find(said).Any(match => match.Condition.Key == key));

    [Fact]
    public void At_most_ten_conditions_are_offered() =>
        Assert.Equal(ConditionWords.Most, Words.Find("asthma copd dementia epilepsy obesity stroke falls deaf blind frail pregnant depressed").Count);

    [Fact]
    public void A_condition_that_is_not_served_is_not_offered() =>
        Assert.Empty(Rules.Load(new RulesOptions { RequireReviewed = true }).Conditions.Words.Find("asthma"));

    [Theory]
    [InlineData("words: [falls risk,", "words: [Falls risk,", "write lower-case words")]
    [InlineData("words: [falls risk,", "words: [falls-risk,", "without marks")]
    [InlineData("words: [falls risk,", "words: [falls risk, falls risk,", "\"words\" has \"falls risk\" twice")]
    [InlineData("not-words: [", "not-words: [a, a, ", "\"not-words\" has \"a\" twice")]
    public void A_slip_in_the_words_stops_the_build(string old, string replacement, string sentence) =>
        Assert.Contains(sentence, Files.ProblemsOf(Files.With("conditions/falls.yaml", old, replacement)), StringComparison.Ordinal);
}
