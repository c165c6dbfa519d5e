using OpenActive.Vocabulary;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

/// <summary>What no clinician would call suitable, asked of the whole activity list: a new activity or a changed profile cannot slip through.</summary>
public sealed class NeverSuitableTests
{
    /// <summary>Whoever could be badly hurt by a fall or a blow.</summary>
    private static readonly string[] Breakable = ["falls", "frailty", "osteoporosis", "parkinsons", "pregnancy"];

    private static readonly string[] Heart = ["coronary-heart-disease", "heart-failure", "peripheral-arterial-disease", "stroke-tia"];

    /// <summary>A long-term condition that activity is good for, and that does not by itself make sport dangerous.</summary>
    private static readonly string[] Beginners = ["hypertension", "obesity", "prediabetes", "type-2-diabetes", "physical-inactivity", "copd", "bronchiectasis"];

    [Theory]
    [InlineData("contact", "full")]
    [InlineData("contact", "some")]
    [InlineData("height", "yes")]
    [InlineData("falls", "high")]
    public void Not_for_whom_a_fall_or_a_blow_would_hurt_badly(string facet, string level) => Refuses(facet, level, Breakable);

    [Theory]
    [InlineData("intensity", "vigorous")]
    [InlineData("intensity", "very-vigorous")]
    [InlineData("intervals", "yes")]
    [InlineData("straining", "heavy")]
    [InlineData("heat", "hot")]
    [InlineData("height", "yes")]
    [InlineData("contact", "full")]
    [InlineData("water", "under")]
    public void Not_for_a_heart_that_was_ill(string facet, string level) => Refuses(facet, level, Heart);

    [Theory]
    [InlineData("pool")]
    [InlineData("open")]
    [InlineData("under")]
    public void No_water_with_epilepsy_or_parkinsons_without_a_question(string water) => Refuses("water", water, ["epilepsy", "parkinsons"]);

    [Theory]
    [InlineData("impact", "high", "osteoporosis", "osteoarthritis", "inflammatory-arthritis", "cancer", "postnatal")]
    [InlineData("flexion", "high", "osteoporosis")]
    [InlineData("lying", "some", "pregnancy")]
    [InlineData("lying", "mostly", "pregnancy")]
    [InlineData("heat", "hot", "pregnancy", "multiple-sclerosis", "epilepsy", "dementia", "frailty", "obesity", "postnatal", "severe-mental-illness", "hypertension")]
    [InlineData("contact", "some", "atrial-fibrillation", "stroke-tia", "chronic-kidney-disease", "cancer")]
    [InlineData("falls", "medium", "falls", "frailty", "stroke-tia", "pregnancy")]
    [InlineData("falls", "high", "multiple-sclerosis", "dementia", "mild-cognitive-impairment", "stroke-tia", "cancer", "visual-impairment")]
    [InlineData("cold", "yes", "asthma", "copd", "bronchiectasis", "peripheral-arterial-disease")]
    [InlineData("intensity", "vigorous", "frailty", "falls", "long-covid")]
    [InlineData("contact", "full", "multiple-sclerosis", "dementia", "epilepsy", "low-back-pain", "visual-impairment", "postnatal")]
    public void Not_with_the_condition_that_it_would_make_worse(string facet, string level, params string[] conditions) => Refuses(facet, level, conditions);

    [Fact]
    public void Hard_contact_and_diving_are_no_way_to_begin()
    {
        Refuses("contact", "full", Beginners);
        Refuses("water", "under", Beginners);
    }

    [Fact]
    public void Cold_water_asks_first_wherever_a_condition_is_long_term()
    {
        string[] free = ["loneliness", "hearing-loss"];
        var others = TheRules.Rules.Conditions.All.Select(condition => condition.Key).Except(free);

        Assert.All(others, key => Assert.True(TheRules.VerdictOf("Cold Water Swimming", key) is Verdict.AskFirst or Verdict.NotAdvised, key));
    }

    [Theory]
    [InlineData("Karting", "epilepsy", "stroke-tia", "dementia", "mild-cognitive-impairment", "multiple-sclerosis", "type-1-diabetes", "parkinsons", "visual-impairment")]
    [InlineData("Axe Throwing", "dementia", "parkinsons", "epilepsy", "frailty", "depression", "severe-mental-illness", "visual-impairment", "learning-disability")]
    [InlineData("Aqua Fit (Deep Water)", "stroke-tia", "multiple-sclerosis", "dementia", "epilepsy", "parkinsons")]
    [InlineData("Power Plate", "pregnancy", "epilepsy", "falls", "parkinsons", "osteoporosis", "heart-failure", "atrial-fibrillation")]
    [InlineData("Commuter Cycling", "epilepsy", "dementia", "visual-impairment", "falls")]
    [InlineData("Dog Walking", "falls", "frailty", "osteoporosis", "parkinsons", "stroke-tia")]
    [InlineData("Powerlifting", "epilepsy", "dementia", "pregnancy", "hypertension", "frailty", "falls", "postnatal")]
    [InlineData("Alpine Skiing", "epilepsy", "osteoporosis", "pregnancy", "falls")]
    [InlineData("Restorative Yoga", "frailty", "pregnancy")]
    public void Not_this_activity_without_a_question(string activity, params string[] conditions) =>
        Assert.All(conditions, key => Assert.True(TheRules.VerdictOf(activity, key) is Verdict.AskFirst or Verdict.NotAdvised, key));

    [Fact]
    public void Walking_is_never_less_than_suitable()
    {
        Assert.All(TheRules.Rules.Conditions.All.Where(condition => condition.NoActivities is null), condition =>
            Assert.True(TheRules.VerdictOf("Walking", condition.Key) is Verdict.Recommended or Verdict.Suitable, condition.Key));
    }

    [Theory]
    [InlineData("anxiety")]
    [InlineData("depression")]
    [InlineData("dementia")]
    [InlineData("mild-cognitive-impairment")]
    [InlineData("severe-mental-illness")]
    public void What_is_recommended_for_the_company_is_done_in_company(string condition)
    {
        string[] byName = ["Gym Workout", "Swimming"];
        Assert.All(TheRules.Rules.ActivitySets(TheRules.Conditions(condition))[Verdict.Recommended], id =>
        {
            Assert.True(TheRules.Rules.Profiles.TryGet(id, out var profile));
            var label = ActivityList.BuiltIn.Resolve(id, null)!.PrefLabel;
            Assert.True(profile[Facets.Social] == "yes" || byName.Contains(label), label);
        });
    }

    private static void Refuses(string facet, string level, params string[] conditions)
    {
        var of = Facets.All.Single(known => known.Name == facet);
        var activities = TheRules.Rules.Profiles.Activities.Where(activity => TheRules.Rules.Profiles.TryGet(activity.Id, out var profile) && profile[of] == level).ToArray();
        Assert.NotEmpty(activities);
        foreach (var key in conditions)
        {
            var set = TheRules.Conditions(key);
            Assert.All(activities, activity =>
                Assert.True(TheRules.Rules.VerdictOf(TheRules.Rules.KeyOf(activity.Id), set) is Verdict.AskFirst or Verdict.NotAdvised, $"{activity.PrefLabel} with {key}"));
        }
    }
}
