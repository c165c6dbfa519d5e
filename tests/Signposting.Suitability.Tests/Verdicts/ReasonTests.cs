using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

/// <summary>What is said beside a verdict: by whom, in which order, and from which source.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void A_class_for_others_says_so_before_the_conditions_speak()
    {
        var assessment = TheRules.Assess("Popdance Tots", "dementia");

        Assert.Equal([(null, "It is for children.", "the-record"), ("dementia", "We know of nothing against it for most people with this condition. Build up slowly: the benefits of activity far outweigh the risks.", "reid-2022")],
            assessment.Reasons.Select(reason => (reason.Condition, reason.Text, reason.Source.Key)));
    }

    [Fact]
    public void A_programme_says_what_it_asks_for_whoever_asks()
    {
        var own = TheRules.Assess("Pulmonary Maintenance", "copd");
        var other = TheRules.Assess("Pulmonary Maintenance", "dementia");

        Assert.Equal((Verdict.Recommended, Verdict.AskFirst), (own.Verdict, other.Verdict));
        Assert.All([own, other], assessment => Assert.Equal(Entry.ByReferral, assessment.Entry));
        Assert.All([own, other], assessment => Assert.StartsWith("The programme takes people by referral.", assessment.Cautions[0].Text, StringComparison.Ordinal));
        Assert.DoesNotContain(own.Reasons, reason => reason.Condition is null);
    }

    [Fact]
    public void Words_of_a_record_that_are_meant_for_a_condition_are_told_to_that_condition_only()
    {
        var record = TheRules.Record("Dance", "Dementia friendly dance for beginners");

        Assert.Equal(["It is for beginners too.", "It says that it is dementia friendly."], SaidByTheRecord(record, "dementia"));
        Assert.Equal(["It is for beginners too."], SaidByTheRecord(record, "asthma"));
    }

    [Fact]
    public void Of_several_activities_the_one_that_needs_most_care_speaks_and_cautions_add_up()
    {
        var record = new Suitability.Records.RecordWords { Activities = [TheRules.IdOf("Swimming"), TheRules.IdOf("Running")] };
        var assessment = TheRules.Assess(record, "osteoarthritis", "cancer");

        Assert.Equal(Verdict.AskFirst, assessment.Verdict);
        Assert.Equal(["High impact is not for bones with cancer in them.", "Running and jumping load the joints."], assessment.Reasons.Select(reason => reason.Text));
        Assert.Contains(assessment.Cautions, caution => caution.Text.StartsWith("In water:", StringComparison.Ordinal));
        Assert.Distinct(assessment.Cautions.Select(caution => caution.Text));
    }

    [Fact]
    public void Of_what_is_not_known_questions_are_cautions_and_the_source_is_the_record()
    {
        var assessment = TheRules.Assess(TheRules.Record(null, "Bootcamp"), "coronary-heart-disease");

        Assert.Equal(Verdict.Unknown, assessment.Verdict);
        Assert.Equal(("coronary-heart-disease", "It is not known which activity this is.", "the-record"), (assessment.Reasons[0].Condition, assessment.Reasons[0].Text, assessment.Reasons[0].Source.Key));
        Assert.Contains(assessment.Cautions, caution => caution.Text.StartsWith("It has bouts of hard effort", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_exercise_is_unknown_and_says_why() =>
        Assert.Equal(("anxiety", "This is not exercise; the rules say nothing of it.", "the-record"), TheRules.Assess("Meditation", "anxiety").Reasons.Select(reason => (reason.Condition, reason.Text, reason.Source.Key)).Single());

    [Fact]
    public void Guidance_stops_first_then_cautions_then_says_why_with_all_who_say_it()
    {
        var guidance = TheRules.Conditions("falls", "osteoporosis").Guidance;

        Assert.Equal(guidance.Select(one => one.Kind).Order(), guidance.Select(one => one.Kind));
        Assert.Contains(guidance, one => one is { Kind: GuidanceKind.Info } && one.Text.StartsWith("Strong, steady and straight", StringComparison.Ordinal) && one.Conditions.SequenceEqual(["osteoporosis"]));
        Assert.Contains(guidance, one => one is { Kind: GuidanceKind.Caution } && one.Text.StartsWith("Stop and get help if", StringComparison.Ordinal) && one.Conditions.SequenceEqual(["falls", "osteoporosis"]));
        Assert.Distinct(guidance.Select(one => (one.Kind, one.Text)));
    }

    private static string[] SaidByTheRecord(Suitability.Records.RecordWords record, string condition) =>
        [.. TheRules.Assess(record, condition).Reasons.Where(reason => reason.Condition is null).Select(reason => reason.Text)];
}
