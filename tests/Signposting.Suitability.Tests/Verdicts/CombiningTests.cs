using FsCheck;
using FsCheck.Fluent;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

public sealed class CombiningTests
{
    private static readonly string[] Keys = [.. TheRules.Rules.Conditions.All.Select(condition => condition.Key)];

    private static readonly string[] Activities = [.. TheRules.Rules.Profiles.Activities.Select(activity => activity.Id)];

    /// <summary>An activity, some conditions, and an order to ask for them in.</summary>
    private static readonly Arbitrary<(string Activity, string[] Keys, string[] Shuffled)> Questions =
        (from activity in Gen.Elements(Activities)
         from keys in Gen.Elements(Keys).NonEmptyListOf().Select(list => list.Take(8).ToArray())
         from shuffled in Gen.Shuffle(keys)
         select (activity, keys, shuffled)).ToArbitrary();

    /// <summary>Most cautious last; written out here because it is a clinical decision.</summary>
    private static readonly Verdict[] Cautious = [Verdict.Recommended, Verdict.Suitable, Verdict.Unknown, Verdict.AskFirst, Verdict.NotAdvised];

    [Fact]
    public void The_order_of_conditions_changes_nothing() => Prop.ForAll(Questions, question =>
    {
        var (first, second) = (TheRules.Conditions(question.Keys), TheRules.Conditions(question.Shuffled));
        var key = TheRules.Rules.KeyOf(question.Activity);
        var (a, b) = (TheRules.Rules.Assess(key, first), TheRules.Rules.Assess(key, second));
        return a.Verdict == b.Verdict
            && a.Entry == b.Entry
            && a.Reasons.SequenceEqual(b.Reasons)
            && a.Cautions.SequenceEqual(b.Cautions)
            && Texts(first.Guidance).SequenceEqual(Texts(second.Guidance));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_most_cautious_verdict_wins() => Prop.ForAll(Questions, question =>
    {
        Assert.True(TheRules.Rules.Profiles.TryGet(question.Activity, out var profile));
        var isForAnyone = profile[Facets.Audience] == "anyone";
        var key = TheRules.Rules.KeyOf(question.Activity);
        var together = TheRules.Rules.VerdictOf(key, TheRules.Conditions(question.Keys));
        var alone = question.Keys.Select(one => TheRules.Rules.VerdictOf(key, TheRules.Conditions(one)));
        return !isForAnyone || together == alone.MaxBy(verdict => Array.IndexOf(Cautious, verdict));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_condition_keeps_every_caution_and_repeats_none() => Prop.ForAll(Questions, question =>
    {
        if (question.Keys.Contains("me-cfs"))
        {
            return true;
        }

        var key = TheRules.Rules.KeyOf(question.Activity);
        var all = TheRules.Rules.Assess(key, TheRules.Conditions(question.Keys));
        var fewer = TheRules.Rules.Assess(key, TheRules.Conditions(question.Keys[0]));
        var guidance = TheRules.Conditions(question.Keys).Guidance;
        return fewer.Cautions.All(caution => all.Cautions.Any(kept => kept.Text == caution.Text && kept.Source == caution.Source))
            && all.Cautions.DistinctBy(caution => caution.Text).Count() == all.Cautions.Count
            && TheRules.Conditions(question.Keys[0]).Guidance.All(one => guidance.Any(kept => kept.Text == one.Text && kept.Source == one.Source))
            && guidance.DistinctBy(one => (one.Kind, one.Text)).Count() == guidance.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_and_the_reasons_agree() => Prop.ForAll(Questions, question =>
    {
        var key = TheRules.Rules.KeyOf(question.Activity);
        var set = TheRules.Conditions(question.Keys);
        var sets = TheRules.Rules.ActivitySets(set);
        var verdict = TheRules.Rules.VerdictOf(key, set);
        return TheRules.Rules.Assess(key, set).Verdict == verdict && sets[verdict].Contains(question.Activity) == (set.NoActivities is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_of_the_conditions_is_enough_for_a_programme()
    {
        var assessment = TheRules.Assess("Phase IV Cardiac Rehabilitation", "coronary-heart-disease", "obesity");

        Assert.Equal(Verdict.Suitable, assessment.Verdict);
        Assert.Equal(Entry.ByReferral, assessment.Entry);
        Assert.Contains(assessment.Cautions, caution => caution.Text.Contains("usually asks for", StringComparison.Ordinal));
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf("Phase IV Cardiac Rehabilitation", "obesity", "copd"));
    }

    [Fact]
    public void Whoever_asks_for_most_care_is_named_first_and_everybody_is_named()
    {
        var assessment = TheRules.Assess("Cycling", "type-2-diabetes", "epilepsy");

        Assert.Equal(Verdict.AskFirst, assessment.Verdict);
        Assert.Equal(["epilepsy", "type-2-diabetes"], assessment.Reasons.Select(reason => reason.Condition).Distinct());
    }

    [Fact]
    public void Twenty_conditions_have_a_verdict_and_all_are_heard()
    {
        string[] twenty = [.. Keys.Where(key => key != "me-cfs").Take(20)];
        var assessment = TheRules.Assess("Walking", twenty);

        Assert.Equal(Verdict.Suitable, assessment.Verdict);
        Assert.Equal(twenty.Order(StringComparer.Ordinal), assessment.Reasons.Select(reason => reason.Condition!).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Texts(IEnumerable<Guidance> guidance) =>
        guidance.Select(one => $"{one.Kind} {string.Join(',', one.Conditions)} {one.Text} {one.Source.Key}");
}
