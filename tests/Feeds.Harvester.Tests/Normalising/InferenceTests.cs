using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>What a record's words add to what it states.</summary>
public sealed class InferenceTests
{
    [Theory]
    [InlineData("""  "name":"No Strings Badminton"  """)]
    [InlineData("""  "name":"Thursday club","description":"Pay and play badminton for all. Badminton rackets are there."  """)]
    public void A_missing_activity_is_inferred_and_marked(string properties)
    {
        var activity = Assert.Single(Normal.Series(properties).Activities!);
        Assert.Equal("Badminton", activity.Label);
        Assert.NotNull(activity.Id);
        Assert.Equal("badminton", activity.Words, ignoreCase: true);
    }

    [Theory]
    [InlineData("""  "name":"Zumba with Maria","activity":[{"prefLabel":"General"}]  """, "General, Zumba®")]
    [InlineData("""  "name":"Zumba with Maria","activity":"Group Exercise"  """, "Group Exercise, Zumba®")]
    [InlineData("""  "name":"Monday club","activity":{"prefLabel":"Body Pump (Virtual)"}  """, "Body Pump (Virtual), Bodypump™")]
    [InlineData("""  "name":"Judo for under 8s (no karate)","activity":[]  """, "Judo")]
    public void A_generic_or_unknown_one_stays_and_is_completed(string properties, string labels)
    {
        var activities = Normal.Series(properties).Activities!;
        Assert.Equal(labels, string.Join(", ", activities.Select(activity => activity.Label)));
        Assert.NotNull(activities[^1].Words);
    }

    [Theory]
    [InlineData("""  "name":"Yoga and Pilates","activity":"Zumba"  """, "Zumba®")]
    [InlineData("""  "name":"Group Exercise","activity":"Group Exercise","description":"yoga, yoga and more yoga"  """, "Group Exercise")]
    public void A_stated_activity_is_all_there_is(string properties, string labels) =>
        Assert.Equal(labels, string.Join(", ", Normal.Series(properties).Activities!.Select(activity => activity.Label)));

    [Theory]
    [InlineData("""  "name":"Coffee morning"  """)]
    [InlineData("""  "name":"Drop in at Boxing Club House","location":{"name":"Boxing Club House"}  """)]
    [InlineData("""  "name":"Tea","description":"Near the swimming pool. Not suitable for gymnastics."  """)]
    public void Words_that_name_no_activity_add_none(string properties) => Assert.Null(Normal.Series(properties).Activities);

    [Fact]
    public void Facts_about_the_audience_are_kept_apart_with_their_words()
    {
        var own = Normal.Series("""  "name":"FREE ladies only yoga for beginners (over 50s)"  """);
        Assert.Null(own.AgeRange);
        Assert.Null(own.Gender);
        Assert.Equal(
            [(Inferences.Ages, "over 50s"), (Inferences.Gender, "ladies only"), (Inferences.Levels, "beginners"), (Inferences.Free, "FREE")],
            own.Inferred!.Select(inference => (inference.About, inference.Words)));
        Assert.Equal(new AgeRange(50, null), own.Inferred![0].AgeRange);
    }

    [Fact]
    public void What_is_stated_is_not_inferred_again() => Assert.Null(Normal.Series(
        """  "name":"FREE ladies only yoga (over 50s)","ageRange":{"minValue":16},"genderRestriction":"mixed","offers":[{"price":3}]  """).Inferred);

    [Fact]
    public void A_session_of_a_series_adds_what_its_own_name_says()
    {
        var session = Normal.Session(Normal.Scheduled("""  "startDate":"2026-11-24T10:00:00Z","name":"Yoga (ladies only)"  """));
        Assert.Equal("Yoga", Assert.Single(session.Own!.Activities!).Label);
        Assert.Equal(GenderRestriction.Female, Assert.Single(session.Own.Inferred!).Gender);
    }
}
