using OpenActive.Vocabulary;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

public sealed class CoverageTests
{
    [Fact]
    public void Every_activity_of_the_published_list_has_a_profile()
    {
        var published = ActivityList.Parse(File.ReadAllBytes(Repository.Data("vocabularies", "activity-list.jsonld")));

        Assert.Equal(768, published.All.Count);
        Assert.All(published.All, activity => Assert.True(TheRules.Rules.Profiles.TryGet(activity.Id, out _), activity.PrefLabel));
        Assert.Equal(768, TheRules.Rules.Profiles.Activities.Count);
    }

    [Fact]
    public void Every_activity_has_a_verdict_with_a_reason_and_a_source_for_every_condition()
    {
        foreach (var condition in TheRules.Rules.Conditions.All)
        {
            var alone = TheRules.Conditions(condition.Key);
            Assert.All(TheRules.Rules.Profiles.Activities, activity =>
            {
                var assessment = TheRules.Rules.Assess(TheRules.Rules.KeyOf(activity.Id), alone);
                Assert.NotEmpty(assessment.Reasons);
                Assert.All(assessment.Reasons, reason => Assert.NotEmpty(reason.Text));
                Assert.All(assessment.Reasons.Concat(assessment.Cautions), reason => Assert.NotEmpty(reason.Source.Title));
            });
        }
    }

    [Fact]
    public void General_knowledge_alone_never_recommends()
    {
        foreach (var condition in TheRules.Rules.Conditions.All)
        {
            var alone = TheRules.Conditions(condition.Key);
            Assert.All(TheRules.Rules.ActivitySets(alone)[Verdict.Recommended], activity =>
                Assert.Contains(TheRules.Rules.Assess(TheRules.Rules.KeyOf(activity), alone).Reasons, reason => reason.Source.Basis < Basis.GeneralKnowledge));
        }
    }

    [Fact]
    public void Every_MET_value_says_where_it_comes_from_and_decides_the_intensity()
    {
        Assert.All(TheRules.Rules.Profiles.Activities, activity =>
        {
            Assert.True(TheRules.Rules.Profiles.TryGet(activity.Id, out var profile));
            Assert.Equal(profile.Met.Code is null ? "general-knowledge" : "compendium-2011", profile.Met.Source.Key);
            var intensity = profile.Met.Value switch { < 3 => "light", < 6 => "moderate", < 9 => "vigorous", _ => "very-vigorous" };
            Assert.Equal(intensity, profile[Facets.Intensity]);
        });
    }

    [Fact]
    public void A_profile_is_handed_down_and_overridden_below()
    {
        Assert.True(TheRules.Rules.Profiles.TryGet(TheRules.IdOf("Walking"), out var walking));
        Assert.True(TheRules.Rules.Profiles.TryGet(TheRules.IdOf("Hill Walking"), out var hills));

        Assert.Equal("3.5", walking.Met.ToString());
        Assert.Equal(("even", "uneven"), (walking[Facets.Ground], hills[Facets.Ground]));
        Assert.Equal(("yes", "yes"), (walking[Facets.Aerobic], hills[Facets.Aerobic]));
        Assert.Equal(Facets.All.Count, walking.Levels.Count());
    }

    [Fact]
    public void Under_two_branches_the_higher_MET_value_counts()
    {
        var rules = Rules.Read(Files.With("profiles/group-exercise.yaml", "{activity: Blast Fx, met: 8, impact: high}", "{activity: Blast Fx, impact: high}")).Rules!;

        Assert.True(rules.Profiles.TryGet(TheRules.IdOf("Blast Fx"), out var both));
        Assert.Equal(("7.3", "03015"), (both.Met.ToString(), both.Met.Code));
    }

    [Fact]
    public void A_rule_may_name_the_first_activity_of_the_list()
    {
        Assert.Equal("11-a-side", TheRules.Rules.Profiles.Activities[0].PrefLabel);
        var rules = Rules.Read(Files.With("conditions/loneliness.yaml", "activities: [Walking,", "activities: [11-a-side, Walking,")).Rules!;

        var reasons = rules.Assess(rules.KeyOf(TheRules.IdOf("11-a-side")), rules.Conditions.Read(["loneliness"]).Set!).Reasons;

        Assert.Equal("It is done in company.", Assert.Single(reasons).Text);
    }

    [Fact]
    public void Under_two_branches_the_more_demanding_counts_and_only_benefits_of_both()
    {
        Assert.True(TheRules.Rules.Profiles.TryGet(TheRules.IdOf("Blast Fx"), out var both));
        Assert.True(TheRules.Rules.Profiles.TryGet(TheRules.IdOf("Functional Fitness"), out var functional));
        Assert.True(TheRules.Rules.Profiles.TryGet(TheRules.IdOf("Aerobics"), out var aerobics));

        Assert.Equal(("some", "none", "some"), (functional[Facets.Straining], aerobics[Facets.Straining], both[Facets.Straining]));
        Assert.Equal(("yes", "no", "no"), (functional[Facets.Strength], aerobics[Facets.Strength], both[Facets.Strength]));
    }
}
