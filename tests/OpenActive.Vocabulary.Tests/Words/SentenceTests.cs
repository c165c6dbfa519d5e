namespace OpenActive.Vocabulary.Tests.Words;

/// <summary>What a description gives away, and what it must not.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("Come and try Tai Chi with us. Tai Chi is gentle.", "Tai Chi")]
    [InlineData("A friendly badminton session for all abilities.", "Badminton")]
    [InlineData("Our Nordic walking group meets every Tuesday.", "Nordic Walking")]
    [InlineData("A walking group for everybody.", "Walking")]
    [InlineData("Not just yoga: pilates, more pilates and a chat.", "Pilates")]
    public void A_description_speaks_of_an_activity(string text, string label) =>
        Assert.Equal(label, ActivityList.BuiltIn.Words.InDescription(text)?.Concept.PrefLabel);

    [Theory]
    [InlineData("This class has been running since 2010, within walking distance of the station.")]
    [InlineData("Please bring a drink. Swimming is not part of it.")]
    [InlineData("No yoga or pilates experience needed.")]
    [InlineData("Not suitable for gymnastics.")]
    [InlineData("Meet at the Walking Street community centre, behind the gym.")]
    [InlineData("We meet by the tennis pavilion.")]
    [InlineData("")]
    public void An_ordinary_sentence_speaks_of_none(string text) => Assert.Null(ActivityList.BuiltIn.Words.InDescription(text));

    [Fact]
    public void The_words_are_those_of_the_text() =>
        Assert.Equal("LES MILLS' Body-Pump"[11..], ActivityList.BuiltIn.Words.InName("LES MILLS' Body-Pump™!")[0].Words.TrimEnd('™'));

    [Fact]
    public void An_activity_is_found_once_and_without_its_broader_one() =>
        Assert.Equal(["Hatha Yoga"], ActivityList.BuiltIn.Words.InName("Yoga: Hatha Yoga (yoga for all)").Select(found => found.Concept.PrefLabel));
}
