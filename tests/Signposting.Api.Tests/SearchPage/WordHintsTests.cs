using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Searching;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>What link workers type among conditions that is none.</summary>
public sealed class WordHintsTests
{
    [Theory]
    [InlineData("twenty pounds a month", "cost-5")]
    [InlineData("£20 a month", "cost-5")]
    [InlineData("20 quid per month", "cost-5")]
    [InlineData("£12.50 / month", "cost-3")]
    [InlineData("£3 a session", "cost-3")]
    [InlineData("20 pounds", "cost-10")]
    [InlineData("£1", "cost-free")]
    [InlineData("no money", "cost-free")]
    [InlineData("free", "cost-free")]
    [InlineData("something cheap", "cost-3")]
    [InlineData("aged 72", "age-72")]
    [InlineData("72 year old", "age-72")]
    [InlineData("an anxious lady of 72", "age-72")]
    [InlineData("in her 80s", "age-80")]
    [InlineData("wheelchair user", "wheelchair-true")]
    [InlineData("women only", "women-true")]
    [InlineData("complete beginner", "level-beginner")]
    [InlineData("mornings", "time-morning")]
    [InlineData("fresh air", "setting-outdoor")]
    public void A_wish_is_a_filter(string typed, string value) => Assert.Equal(value, Assert.Single(WordHints.In(typed, out _)).Value);

    [Theory]
    [InlineData("no car"), InlineData("doesn't drive"), InlineData("can’t drive"), InlineData("cannot drive"), InlineData("non-driver"), InlineData("takes the bus")]
    public void Somebody_without_a_car_is_asked_how_far_they_can_travel(string typed) => Assert.True(Assert.Single(WordHints.In(typed, out _)).AsksDistance);

    [Theory]
    [InlineData("can drive"), InlineData("bad knee"), InlineData("pain free days"), InlineData("aged 999"), InlineData("car crash"), InlineData("")]
    public void What_is_no_wish_is_left_as_it_is(string typed)
    {
        Assert.Empty(WordHints.In(typed, out var rest));
        Assert.Equal(typed, rest);
    }

    [Fact]
    public void What_stands_around_a_wish_is_kept()
    {
        var hints = WordHints.In("bad knee with no car and £20 a month", out var rest);

        Assert.Equal(["with no car", "£20 a month"], hints.Select(hint => hint.Words.Trim()));
        Assert.Contains("bad knee", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("car", rest, StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_that_no_page_of_ours_has_changes_nothing() =>
        Assert.Equal(AskedFilters.None, WordHints.Apply(AskedFilters.None, ["wibble", "cost-7", "age-0", "age-x", "age-1-2", ""]));
}
