using OpenActive.Vocabulary;
using Signposting.Suitability.Records;
using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Records;

/// <summary>The published list grows between two versions of the rules.</summary>
public sealed class NewerActivityTests
{
    private static readonly ActivityList Tomorrow = NewerList.With(
        ("Moonlight Yoga", ["Yoga"]),
        ("Lava Yoga", ["Hot Yoga"]),
        ("Glacier Walking", ["Walking", "Mountaineering"]),
        ("Walk and Wrestle", ["Walking", "Wrestling"]),
        ("Harbour Dip", ["Tidal Dip"]),
        ("Tidal Dip", ["Cold Water Swimming"]),
        ("Heart Circuit", ["Phase IV Cardiac Rehabilitation"]),
        ("Steep Garden", ["Garden Round", "Garden Climb"]),
        ("Garden Round", ["Garden Path"]),
        ("Garden Climb", ["Garden Path"]),
        ("Garden Path", ["Gardening"]),
        ("Hovercraft", []));

    [Theory]
    [InlineData("Moonlight Yoga", "low-back-pain", Verdict.Suitable)]
    [InlineData("Moonlight Yoga", "pregnancy", Verdict.AskFirst)]
    [InlineData("Lava Yoga", "pregnancy", Verdict.NotAdvised)]
    [InlineData("Harbour Dip", "coronary-heart-disease", Verdict.NotAdvised)]
    [InlineData("Moonlight Yoga", "me-cfs", Verdict.NotAdvised)]
    public void An_activity_newer_than_the_rules_is_judged_by_what_stands_above_it(string label, string condition, Verdict verdict) =>
        Assert.Equal(verdict, VerdictOf(label, condition));

    [Theory]
    [InlineData("Glacier Walking", "coronary-heart-disease", Verdict.AskFirst)]
    [InlineData("Walk and Wrestle", "falls", Verdict.NotAdvised)]
    [InlineData("Walk and Wrestle", "pregnancy", Verdict.NotAdvised)]
    public void Of_several_above_it_the_most_cautious_counts(string label, string condition, Verdict verdict) =>
        Assert.Equal(verdict, VerdictOf(label, condition));

    [Fact]
    public void Two_ways_up_to_the_same_activity_are_one() =>
        Assert.Equal(("gardening|newer", Verdict.Suitable), (Key("Steep Garden").Text, VerdictOf("Steep Garden", "hypertension")));

    [Fact]
    public void It_is_never_recommended_and_no_rule_that_names_an_activity_in_favour_holds_for_it()
    {
        Assert.All(TheRules.Rules.Conditions.All, condition => Assert.NotEqual(Verdict.Recommended, VerdictOf("Moonlight Yoga", condition.Key)));
        Assert.Equal(Verdict.Suitable, TheRules.VerdictOf("Walking", "long-covid"));
        Assert.Equal(Verdict.AskFirst, VerdictOf("Harbour Walk", "long-covid", NewerList.With(("Harbour Walk", ["Walking"]))));
    }

    [Fact]
    public void The_reasons_say_so()
    {
        var assessment = TheRules.Rules.Assess(Key("Moonlight Yoga"), TheRules.Conditions("falls"));

        Assert.Contains(assessment.Reasons, reason => reason.Text.StartsWith("The activity is newer than the rules", StringComparison.Ordinal) && reason.Source.Key == "the-record");
        Assert.DoesNotContain(TheRules.Assess("Yoga", "falls").Reasons, reason => reason.Text.Contains("newer", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_by_referral_is_handed_down() =>
        Assert.Equal(Entry.ByReferral, TheRules.Rules.Assess(Key("Heart Circuit"), TheRules.Conditions("coronary-heart-disease")).Entry);

    [Theory]
    [InlineData("Hovercraft")]
    [InlineData("Nobody lists it")]
    public void With_nothing_known_above_it_it_stays_unknown(string label) => Assert.Equal(Verdict.Unknown, VerdictOf(label, "falls"));

    [Fact]
    public void Without_the_newer_list_it_is_unknown() =>
        Assert.Equal(Verdict.Unknown, TheRules.Rules.VerdictOf(TheRules.Rules.KeyOf(NewerList.IdOf("Moonlight Yoga")), TheRules.Conditions("falls")));

    [Fact]
    public void What_stands_above_it_counts_even_beside_a_narrower_activity_of_the_same_record()
    {
        var record = new RecordWords { Activities = [TheRules.IdOf("Walking"), NewerList.IdOf("Walk and Wrestle")] };

        Assert.Equal(Verdict.NotAdvised, TheRules.Rules.VerdictOf(TheRules.Rules.Read(record, Tomorrow), TheRules.Conditions("falls")));
    }

    [Fact]
    public void Words_of_the_record_move_it_as_they_move_any_other()
    {
        var record = new RecordWords { Activities = [NewerList.IdOf("Moonlight Yoga")], Name = "Moonlight Yoga in a heated room" };

        Assert.Equal(Verdict.NotAdvised, TheRules.Rules.VerdictOf(TheRules.Rules.Read(record, Tomorrow), TheRules.Conditions("pregnancy")));
    }

    [Fact]
    public void Its_key_reads_back_and_tells_that_another_list_may_change_it()
    {
        var key = Key("Moonlight Yoga");

        Assert.Equal("yoga|newer", key.Text);
        Assert.Equal(key, TheRules.Rules.ParseKey(key.Text));
        Assert.True(key.DependsOnTheList);
        Assert.True(TheRules.Rules.ParseKey(key.Text)!.DependsOnTheList);
        Assert.True(Key("Hovercraft").DependsOnTheList);
        Assert.False(TheRules.Rules.KeyOf(TheRules.IdOf("Yoga"), Tomorrow).DependsOnTheList);
    }

    private static RecordKey Key(string label) => TheRules.Rules.KeyOf(NewerList.IdOf(label), Tomorrow);

    private static Verdict VerdictOf(string label, string condition, ActivityList? list = null) =>
        TheRules.Rules.VerdictOf(TheRules.Rules.KeyOf(NewerList.IdOf(label), list ?? Tomorrow), TheRules.Conditions(condition));
}
