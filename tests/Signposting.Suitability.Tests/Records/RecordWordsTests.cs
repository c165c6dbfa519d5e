using Signposting.Suitability.Records;
using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Records;

public sealed class RecordWordsTests
{
    [Theory]
    [InlineData("Yoga", "Hot Yoga", null)]
    [InlineData("Yoga", "Vinyasa", "In our heated room at 38 degrees.")]
    [InlineData("Pilates", "HOT PILATES with Jo", null)]
    [InlineData("Walking", "Bikram", "Walk in, hot yoga class.")]
    [InlineData("Pregnancy Yoga", "Hot Yoga for mums to be", null)]
    [InlineData("Aquanatal", "Aquanatal and infrared heat", null)]
    public void Hot_yoga_in_pregnancy_is_not_advised_whatever_the_activity_says(string activity, string name, string? description) =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record(activity, name, description), "pregnancy"));

    [Fact]
    public void Of_what_is_not_known_nobody_says_whom_it_is_for()
    {
        Assert.Equal(Verdict.Unknown, TheRules.VerdictOf(TheRules.Record(null, "Junior tots club"), "hypertension"));
        Assert.DoesNotContain(TheRules.Assess(TheRules.Record(null, "Junior tots club"), "hypertension").Reasons, reason => reason.Source.Key != "the-record");
    }

    [Fact]
    public void Hot_yoga_in_pregnancy_is_not_advised_even_where_the_activity_is_not_known() =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record(null, "Hot Yoga"), "pregnancy"));

    [Theory]
    [InlineData("Walking", "Walk and hot drinks", "Hot chocolate afterwards, and hot showers.")]
    [InlineData("Swimming", "Heated Outdoor Pool Swim", "The pool is hot stuff.")]
    [InlineData("Walking", "Shot put and photography walk", null)]
    public void Hot_drinks_and_heated_pools_are_no_hot_rooms(string activity, string name, string? description) =>
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(TheRules.Record(activity, name, description), "pregnancy"));

    [Fact]
    public void Power_yoga_is_not_chair_yoga_though_both_are_published_as_yoga()
    {
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(TheRules.Record("Yoga", "Power Yoga"), "falls"));
        Assert.Equal(Verdict.Suitable, TheRules.VerdictOf(TheRules.Record("Yoga", "Chair Yoga"), "falls"));
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record("Yoga", "Power Yoga"), "frailty"));
        Assert.Equal(Verdict.Suitable, TheRules.VerdictOf(TheRules.Record("Yoga", "Seated Yoga"), "frailty"));
    }

    [Theory]
    [InlineData("Zumba®", "Zumba")]
    [InlineData("Zumba®", "Wheelchair users welcome Zumba")]
    [InlineData("Burlesque", "Burlesque Chair Dance")]
    public void A_chair_in_another_word_or_as_a_prop_is_no_seat(string activity, string name) =>
        Assert.Equal(TheRules.VerdictOf(activity, "falls"), TheRules.VerdictOf(TheRules.Record(activity, name), "falls"));

    [Fact]
    public void A_seated_version_of_a_class_suits_where_the_class_does_not()
    {
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf("Zumba®", "falls"));
        Assert.Equal(Verdict.Suitable, TheRules.VerdictOf(TheRules.Record("Zumba®", "Chair Zumba"), "falls"));
    }

    [Theory]
    [InlineData("Krav Maga", "Gentle seated Krav Maga")]
    [InlineData("Mountain Walking", "Gentle mountain walk")]
    [InlineData("Trampolining", "Gentle easy trampolining")]
    [InlineData("Football", "Easy slow relaxed football")]
    public void Soft_words_do_not_make_a_hard_activity_safe(string activity, string name) =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record(activity, name), "falls"));

    [Fact]
    public void Soft_words_count_in_the_name_and_not_somewhere_in_the_description() =>
        Assert.Equal(
            TheRules.VerdictOf("Zumba®", "falls"),
            TheRules.VerdictOf(TheRules.Record("Zumba®", "Zumba", "We also have a seated class, and gentle yoga on a chair."), "falls"));

    [Fact]
    public void Cold_water_counts_whatever_the_activity_says() =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record("Swimming", "Sunday dippers", "Cold water swimming all winter."), "coronary-heart-disease"));

    [Fact]
    public void Intervals_in_the_description_ask_for_more_care() =>
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(TheRules.Record("Circuit Training", "Circuits", "A HIIT session."), "hypertension"));

    [Fact]
    public void A_walk_over_fells_is_no_walk_for_somebody_who_falls() =>
        Assert.Equal(Verdict.NotAdvised, TheRules.VerdictOf(TheRules.Record("Walking", "Peaks and fells"), "falls"));

    [Fact]
    public void A_level_without_beginners_asks_first_and_one_with_beginners_does_not()
    {
        var advanced = TheRules.Record("Tai Chi", "Tai Chi") with { Levels = ["Advanced"] };
        var mixed = TheRules.Record("Tai Chi", "Tai Chi") with { Levels = ["Advanced", "Beginner"] };

        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(advanced, "falls"));
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(mixed, "falls"));
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(TheRules.Record("Tai Chi", "Tai Chi, experienced instructor"), "falls"));
    }

    [Fact]
    public void Nobody_leading_asks_first_in_frailty_and_not_stated_is_no_no()
    {
        var record = TheRules.Record("Bowls", "Bowls");

        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(record with { Coached = false }, "frailty"));
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(record with { Coached = true }, "frailty"));
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(record, "frailty"));
    }

    [Fact]
    public void A_class_for_children_asks_first_where_the_condition_is_one_of_adults()
    {
        var children = TheRules.Record("Dance", "Dance") with { AgeFrom = 3, AgeTo = 11 };

        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(children, "dementia"));
        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(TheRules.Record("Dance", "Dance") with { AgeFrom = 50 }, "dementia"));
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(TheRules.Record("Dance", "Dance for toddlers"), "dementia"));
    }

    [Theory]
    [InlineData("GP Referral Gym", null, Entry.ByReferral)]
    [InlineData("Gym", "Part of the exercise on referral scheme.", Entry.ByReferral)]
    [InlineData("Gym", "No GP referral needed, just come.", Entry.Open)]
    [InlineData("Gym", "Self-referrals welcome.", Entry.Open)]
    [InlineData("Phase IV cardiac rehab", null, Entry.ByReferral)]
    public void Words_tell_how_one_gets_in(string name, string? description, Entry entry) =>
        Assert.Equal(entry, TheRules.Assess(TheRules.Record("Gym Workout", name, description), "coronary-heart-disease").Entry);

    [Fact]
    public void A_cardiac_class_published_as_gym_is_a_cardiac_class()
    {
        var record = TheRules.Record("Gym Workout", "Phase IV Cardiac Class");

        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(record, "coronary-heart-disease"));
        Assert.Equal(Verdict.AskFirst, TheRules.VerdictOf(record, "depression"));
    }

    [Theory]
    [InlineData("Memory walk", "A dementia friendly walk.", "dementia")]
    [InlineData("Prehab", null, "cancer")]
    [InlineData("Parkinson's Warriors", null, "parkinsons")]
    public void What_a_record_says_of_a_condition_is_told_and_gives_no_verdict_of_its_own(string name, string? description, string condition)
    {
        var record = TheRules.Record("Walking", name, description);
        var assessment = TheRules.Assess(record, condition);

        Assert.Equal(TheRules.VerdictOf("Walking", condition), assessment.Verdict);
        Assert.Contains(assessment.Reasons, reason => reason.Condition is null && reason.Source.Key == "the-record");
        Assert.DoesNotContain(TheRules.Assess(record, "hypertension").Reasons, reason => reason.Condition is null);
    }

    [Fact]
    public void A_strenuous_word_takes_a_recommendation_away() =>
        Assert.Equal(Verdict.Suitable, TheRules.VerdictOf(TheRules.Record("Yoga", "Dynamic Yoga"), "low-back-pain"));

    [Fact]
    public void Of_several_activities_the_one_that_needs_most_care_counts()
    {
        var record = new RecordWords { Activities = [TheRules.IdOf("Tai Chi"), TheRules.IdOf("Squash")], Name = "Open day" };
        var assessment = TheRules.Assess(record, "falls");

        Assert.Equal(Verdict.NotAdvised, assessment.Verdict);
        Assert.All(assessment.Reasons, reason => Assert.NotEqual("cmo-2019", reason.Source.Key));
    }

    [Fact]
    public void A_broad_activity_beside_one_below_it_says_nothing_more()
    {
        var record = new RecordWords { Activities = [TheRules.IdOf("Martial Arts"), TheRules.IdOf("Tai Chi")] };

        Assert.Equal(Verdict.Recommended, TheRules.VerdictOf(record, "falls"));
    }

    [Fact]
    public void An_activity_that_nobody_knows_beside_a_good_one_is_not_good()
    {
        var record = new RecordWords { Activities = [TheRules.IdOf("Tai Chi"), "https://openactive.io/activity-list#unheard-of"] };

        Assert.Equal(Verdict.Unknown, TheRules.VerdictOf(record, "falls"));
    }

    [Theory]
    [InlineData("Advanced class", "falls")]
    [InlineData("HIIT blast", "coronary-heart-disease")]
    [InlineData("Power hour", "falls")]
    public void Without_an_activity_words_that_ask_for_care_are_questions_beside_unknown(string name, string condition)
    {
        var assessment = TheRules.Assess(TheRules.Record(null, name), condition);

        Assert.Equal(Verdict.Unknown, assessment.Verdict);
        Assert.NotEmpty(assessment.Cautions);
        Assert.Contains(assessment.Reasons, reason => reason.Text == "It is not known which activity this is.");
    }

    [Fact]
    public void Without_an_activity_no_word_makes_it_suitable() =>
        Assert.Equal(Verdict.Unknown, TheRules.VerdictOf(TheRules.Record(null, "Gentle chair class for beginners, strength and balance") with { Coached = true }, "falls"));
}
