namespace OpenActive.Vocabulary.Tests;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("Tai Chee", "Tai Chi")]
    [InlineData("swiming", "Swimming")]
    [InlineData("wlaking", "Walking")]
    [InlineData("walk", "Walking")]
    [InlineData("health walk", "Walking")]
    [InlineData("chair based", "Chair Based Exercise")]
    [InlineData("chair based exercise class", "Chair Based Exercise")]
    [InlineData("cardiac", "Phase IV Cardiac Rehabilitation")]
    [InlineData("phase 4 cardiac rehab", "Phase IV Cardiac Rehabilitation")]
    [InlineData("pilates_", "Pilates")]
    [InlineData("ramblin", "Walking")]
    [InlineData("zumba-gold toning", "Zumba® Gold Toning")]
    public void The_concept_that_was_probably_meant_comes_first(string text, string label)
    {
        var suggestions = ActivityList.BuiltIn.Suggest(text, 5);

        Assert.NotEmpty(suggestions);
        Assert.Equal(label, suggestions[0].PrefLabel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("xyzzy")]
    [InlineData("https://example.org/activity/12")]
    public void Where_nothing_is_near_nothing_is_suggested(string text) =>
        Assert.Empty(ActivityList.BuiltIn.Suggest(text, 5));

    [Fact]
    public void There_are_never_more_than_asked_for_and_none_twice()
    {
        var suggestions = ActivityList.BuiltIn.Suggest("walking", 4);

        Assert.Equal(4, suggestions.Count);
        Assert.Equal(4, suggestions.Select(concept => concept.Id).Distinct().Count());
        Assert.Empty(ActivityList.BuiltIn.Suggest("walking", 0));
        Assert.Empty(ActivityList.BuiltIn.Suggest("walking", -1));
    }

    [Fact]
    public void A_text_of_a_megabyte_is_cut_short() =>
        Assert.Empty(ActivityList.BuiltIn.Suggest(new string('q', 1_000_000), 5));

    [Theory]
    [InlineData("walking", "walking", 0)]
    [InlineData("walking", "walkng", 1)]
    [InlineData("walking", "walkiing", 1)]
    [InlineData("walking", "wolking", 1)]
    [InlineData("walking", "wlaking", 1)]
    [InlineData("walking", "wlakng", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    public void Wrong_letters_are_counted_up_to_a_limit(string a, string b, int steps)
    {
        Assert.Equal(steps, EditDistance.Between(a, b, steps));
        Assert.Equal(steps, EditDistance.Between(b, a, steps + 2));
        Assert.Null(EditDistance.Between(a, b, steps - 1));
    }
}
