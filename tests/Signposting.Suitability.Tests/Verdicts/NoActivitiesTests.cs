using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

public sealed class NoActivitiesTests
{
    [Fact]
    public void Me_cfs_beside_any_condition_means_a_message_and_no_activities()
    {
        foreach (var other in TheRules.Rules.Conditions.All)
        {
            var set = TheRules.Conditions(other.Key, "me-cfs");
            var sets = TheRules.Rules.ActivitySets(set);

            Assert.Equal("nice-ng206", set.NoActivities!.Source.Key);
            Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Empty(sets[verdict]));
            Assert.Equal(Verdict.NotAdvised, TheRules.Rules.VerdictOf(TheRules.Rules.KeyOf(TheRules.IdOf("Chair Based Exercise")), set));
        }
    }

    [Fact]
    public void A_record_that_nobody_knows_is_not_advised_with_me_cfs_either() =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record(null, "Gentle movement"), "me-cfs", "falls"));

    [Fact]
    public void Beside_me_cfs_no_other_condition_speaks_of_being_active()
    {
        var guidance = TheRules.Conditions("depression", "me-cfs", "long-covid").Guidance;

        var stop = Assert.Single(guidance);
        Assert.Equal((GuidanceKind.Stop, "nice-ng206"), (stop.Kind, stop.Source.Key));
        Assert.Equal(["me-cfs"], stop.Conditions);
    }

    [Theory]
    [InlineData("Tai Chi", "Gentle chair tai chi")]
    [InlineData("Phase IV Cardiac Rehabilitation", "GP referral, advanced")]
    [InlineData("Swimming", "Cold water dip")]
    [InlineData(null, "Movement")]
    public void Beside_me_cfs_nothing_is_said_in_favour_of_an_activity(string? activity, string name)
    {
        var assessment = TheRules.Assess(TheRules.Record(activity, name), "falls", "asthma", "me-cfs");

        Assert.Equal(("me-cfs", "nice-ng206"), (Assert.Single(assessment.Reasons).Condition, assessment.Reasons[0].Source.Key));
        Assert.Empty(assessment.Cautions);
        Assert.Equal(Verdict.NotAdvised, assessment.Verdict);
    }

    [Fact]
    public void The_code_of_chronic_fatigue_syndrome_is_the_same_as_the_key() =>
        Assert.NotNull(TheRules.Conditions("http://snomed.info/sct|52702003").NoActivities);

    [Fact]
    public void Long_covid_always_brings_its_caution_and_is_never_recommended_anything()
    {
        foreach (var other in TheRules.Rules.Conditions.All.Where(condition => condition.NoActivities is null))
        {
            var set = TheRules.Conditions(other.Key, "long-covid");

            Assert.Contains(set.Guidance, one => one.Kind == GuidanceKind.Caution && one.Text.Contains("worsen after exertion", StringComparison.Ordinal));
            Assert.Empty(TheRules.Rules.ActivitySets(set)[Verdict.Recommended]);
        }
    }

    [Fact]
    public void What_two_conditions_say_alike_is_said_once_in_the_name_of_both()
    {
        var guidance = TheRules.Conditions("type-1-diabetes", "type-2-diabetes").Guidance;

        var sugar = Assert.Single(guidance, one => one.Text.Contains("sugary", StringComparison.Ordinal));
        Assert.Equal(["type-1-diabetes", "type-2-diabetes"], sugar.Conditions);
    }
}
