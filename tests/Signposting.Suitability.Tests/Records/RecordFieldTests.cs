using Signposting.Suitability.Records;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Records;

/// <summary>What fields of a record say, and how much of a record a key holds.</summary>
public sealed class RecordFieldTests
{
    [Theory]
    [InlineData(50, null, "yoga|older-adults")]
    [InlineData(49, null, "yoga|")]
    [InlineData(null, 17, "yoga|children")]
    [InlineData(null, 18, "yoga|")]
    [InlineData(null, null, "yoga|")]
    [InlineData(50, 90, "yoga|older-adults")]
    public void Ages_say_whom_it_is_for(int? from, int? to, string key) =>
        Assert.Equal(key, Key(new RecordWords { AgeFrom = from, AgeTo = to }));

    [Theory]
    [InlineData("yoga|")]
    [InlineData("yoga|beginners", "Beginner")]
    [InlineData("yoga|beginners", "Advanced", "BEGINNERS")]
    [InlineData("yoga|not-for-beginners", "Advanced")]
    public void Levels_say_whether_beginners_are_welcome(string key, params string[] levels) =>
        Assert.Equal(key, Key(new RecordWords { Levels = levels }));

    [Theory]
    [InlineData(true, "yoga|coached")]
    [InlineData(false, "yoga|not-coached")]
    [InlineData(null, "yoga|")]
    public void Whether_somebody_leads_it_is_heard_when_it_is_stated(bool? coached, string key) =>
        Assert.Equal(key, Key(new RecordWords { Coached = coached }));

    [Theory]
    [InlineData("Gentle", "In a hot studio", "yoga|gentle,hot")]
    [InlineData("Yoga", "Gentle and easy", "yoga|")]
    [InlineData("Yoga", "Hot drinks and a hot studio", "yoga|hot")]
    [InlineData("Yoga with hot drinks", "", "yoga|")]
    [InlineData("Hot yoga with hot drinks", "", "yoga|hot")]
    [InlineData("GP referral", "", "yoga|referral")]
    [InlineData("Yoga", "No GP referral needed", "yoga|")]
    public void Words_for_less_care_count_in_the_name_and_words_for_more_anywhere(string name, string description, string key) =>
        Assert.Equal(key, Key(new RecordWords { Name = name, Description = description }));

    [Theory]
    [InlineData("Karate", "Gentle karate")]
    [InlineData("Climbing", "Easy climbing")]
    [InlineData("Swimming", "Chair and swim")]
    public void A_word_that_requires_something_else_moves_no_profile(string activity, string name)
    {
        var key = TheRules.Rules.Read(TheRules.Record(activity, name));

        Assert.NotEqual(0UL, key.Words);
        Assert.Equal(TheRules.Rules.Judge.LevelsOf(key.Activities[0], 0), TheRules.Rules.Judge.LevelsOf(key.Activities[0], key.Words));
    }

    [Fact]
    public void Eight_activities_are_kept_and_more_make_it_unknown()
    {
        string[] nine = ["Archery", "Badminton", "Baseball", "Boccia", "Darts", "Fencing", "Golf", "Hockey", "Judo"];

        var eight = TheRules.Rules.Read(new RecordWords { Activities = [.. nine.Take(8).Select(TheRules.IdOf)] });
        var all = TheRules.Rules.Read(new RecordWords { Activities = [.. nine.Select(TheRules.IdOf)] });

        Assert.Equal(("archery+badminton+baseball+boccia+darts+fencing+golf+hockey|", false), (eight.Text, eight.DependsOnTheList));
        Assert.Equal(("archery+badminton+baseball+boccia+darts+fencing+golf+hockey+?|", true), (all.Text, all.DependsOnTheList));
    }

    [Fact]
    public void An_activity_above_another_says_nothing_more()
    {
        var key = TheRules.Rules.Read(new RecordWords { Activities = [TheRules.IdOf("Yoga"), TheRules.IdOf("Hot Yoga"), TheRules.IdOf("Yoga"), TheRules.IdOf("Pilates")] });

        Assert.Equal("hot_yoga+pilates|", key.Text);
        Assert.Equal(key, TheRules.Rules.ParseKey("hot_yoga+pilates|"));
        Assert.Equal(key.GetHashCode(), TheRules.Rules.ParseKey("hot_yoga+pilates|")!.GetHashCode());
        Assert.False(key.Equals((object?)null));
        Assert.Equal("hot_yoga+pilates|", key.ToString());
    }

    private static string Key(RecordWords record) => TheRules.Rules.Read(record with { Activities = [TheRules.IdOf("Yoga")] }).Text;
}
