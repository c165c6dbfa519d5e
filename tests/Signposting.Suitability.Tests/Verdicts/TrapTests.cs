using Signposting.Suitability.Tests.Support;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

/// <summary>Where the activity list misleads: a branch holds what nobody means, and near names are far apart.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("Tai Chi", "falls", Verdict.Recommended)]
    [InlineData("Martial Arts", "falls", Verdict.NotAdvised)]
    [InlineData("Krav Maga", "falls", Verdict.NotAdvised)]
    [InlineData("Qigong", "falls", Verdict.Suitable)]
    [InlineData("Chair Based Exercise", "falls", Verdict.Recommended)]
    [InlineData("Burlesque Chair Dance", "falls", Verdict.NotAdvised)]
    [InlineData("Burlesque Chair Dance", "frailty", Verdict.NotAdvised)]
    [InlineData("Walking", "falls", Verdict.Suitable)]
    [InlineData("Mountain Walking", "falls", Verdict.NotAdvised)]
    [InlineData("Hill Walking", "falls", Verdict.NotAdvised)]
    [InlineData("Fell Walking", "falls", Verdict.NotAdvised)]
    [InlineData("Canal and River Walking", "falls", Verdict.AskFirst)]
    [InlineData("Walking Football", "falls", Verdict.AskFirst)]
    [InlineData("Football", "falls", Verdict.NotAdvised)]
    [InlineData("Rowing", "falls", Verdict.AskFirst)]
    public void For_somebody_who_falls(string activity, string condition, Verdict verdict) =>
        Assert.Equal(verdict, TheRules.VerdictOf(activity, condition));

    [Theory]
    [InlineData("Hot Yoga", Verdict.NotAdvised)]
    [InlineData("Bikram Yoga", Verdict.NotAdvised)]
    [InlineData("Hotpod Yoga", Verdict.NotAdvised)]
    [InlineData("Warm Yoga", Verdict.AskFirst)]
    [InlineData("Acroyoga", Verdict.NotAdvised)]
    [InlineData("Yoga", Verdict.AskFirst)]
    [InlineData("Pregnancy Yoga", Verdict.Recommended)]
    [InlineData("Aquanatal", Verdict.Recommended)]
    [InlineData("Swimming", Verdict.Recommended)]
    [InlineData("Open Water Swimming", Verdict.AskFirst)]
    [InlineData("Scuba Diving", Verdict.NotAdvised)]
    [InlineData("Football", Verdict.NotAdvised)]
    [InlineData("Trampolining", Verdict.NotAdvised)]
    [InlineData("Aerial Hoop", Verdict.NotAdvised)]
    [InlineData("Equestrian", Verdict.NotAdvised)]
    [InlineData("Sauna", Verdict.NotAdvised)]
    [InlineData("Weightlifting", Verdict.AskFirst)]
    public void In_pregnancy(string activity, Verdict verdict) =>
        Assert.Equal(verdict, TheRules.VerdictOf(activity, "pregnancy"));

    [Theory]
    [InlineData("Phase IV Cardiac Rehabilitation", Verdict.Recommended)]
    [InlineData("Walking", Verdict.Recommended)]
    [InlineData("Swimming", Verdict.Suitable)]
    [InlineData("Cold Water Swimming", Verdict.NotAdvised)]
    [InlineData("Open Water Swimming", Verdict.AskFirst)]
    [InlineData("HIIT", Verdict.AskFirst)]
    [InlineData("Powerlifting", Verdict.AskFirst)]
    [InlineData("Hot Yoga", Verdict.AskFirst)]
    [InlineData("Sauna", Verdict.AskFirst)]
    [InlineData("Mountaineering", Verdict.AskFirst)]
    public void With_coronary_heart_disease(string activity, Verdict verdict) =>
        Assert.Equal(verdict, TheRules.VerdictOf(activity, "coronary-heart-disease"));

    [Theory]
    [InlineData("Pilates", "osteoporosis", Verdict.AskFirst)]
    [InlineData("Yoga", "osteoporosis", Verdict.AskFirst)]
    [InlineData("Pilates", "osteoarthritis", Verdict.Recommended)]
    [InlineData("Resistance Training", "osteoporosis", Verdict.Recommended)]
    [InlineData("Dance", "osteoporosis", Verdict.Recommended)]
    [InlineData("Aerial", "osteoporosis", Verdict.NotAdvised)]
    [InlineData("Break Dance", "osteoporosis", Verdict.NotAdvised)]
    [InlineData("Boxing Fitness", "parkinsons", Verdict.Recommended)]
    [InlineData("Boxing", "parkinsons", Verdict.NotAdvised)]
    [InlineData("Swimming", "epilepsy", Verdict.AskFirst)]
    [InlineData("Climbing", "epilepsy", Verdict.AskFirst)]
    [InlineData("Scuba Diving", "epilepsy", Verdict.NotAdvised)]
    [InlineData("Pulmonary Maintenance", "copd", Verdict.Recommended)]
    [InlineData("Phase IV Cardiac Rehabilitation", "copd", Verdict.AskFirst)]
    [InlineData("Hot Yoga", "multiple-sclerosis", Verdict.NotAdvised)]
    [InlineData("Running", "depression", Verdict.Recommended)]
    [InlineData("Goalball", "visual-impairment", Verdict.Suitable)]
    [InlineData("Goalball", "depression", Verdict.AskFirst)]
    [InlineData("Toddler Football", "depression", Verdict.Suitable)]
    [InlineData("Popdance Tots", "dementia", Verdict.AskFirst)]
    [InlineData("HIIT", "long-covid", Verdict.NotAdvised)]
    [InlineData("Restorative Yoga", "long-covid", Verdict.Suitable)]
    [InlineData("Running", "long-covid", Verdict.AskFirst)]
    [InlineData("Running", "postnatal", Verdict.AskFirst)]
    [InlineData("Buggy Fitness", "postnatal", Verdict.Recommended)]
    [InlineData("Creche", "depression", Verdict.Unknown)]
    [InlineData("Tai Chi", "hypertension", Verdict.Recommended)]
    [InlineData("Dog Walking", "falls", Verdict.AskFirst)]
    [InlineData("Dog Walking", "frailty", Verdict.AskFirst)]
    [InlineData("Dog Walking", "osteoporosis", Verdict.AskFirst)]
    [InlineData("Dog Walking", "parkinsons", Verdict.AskFirst)]
    [InlineData("Dog Walking", "hypertension", Verdict.Recommended)]
    [InlineData("Power Plate", "pregnancy", Verdict.NotAdvised)]
    [InlineData("Power Plate", "epilepsy", Verdict.AskFirst)]
    [InlineData("Shooting", "epilepsy", Verdict.AskFirst)]
    [InlineData("Burlesque", "dementia", Verdict.Suitable)]
    [InlineData("Burlesque", "depression", Verdict.Suitable)]
    [InlineData("Commuter Cycling", "visual-impairment", Verdict.AskFirst)]
    [InlineData("Indoor Cycling", "visual-impairment", Verdict.Suitable)]
    [InlineData("Karting", "visual-impairment", Verdict.AskFirst)]
    [InlineData("Javelin Throw", "visual-impairment", Verdict.AskFirst)]
    [InlineData("Archery", "visual-impairment", Verdict.AskFirst)]
    public void With_other_conditions(string activity, string condition, Verdict verdict) =>
        Assert.Equal(verdict, TheRules.VerdictOf(activity, condition));

    [Fact]
    public void An_activity_that_the_rules_do_not_know_is_unknown_and_says_so()
    {
        var key = TheRules.Rules.KeyOf("https://openactive.io/activity-list#00000000-0000-4000-8000-000000000000");
        var assessment = TheRules.Rules.Assess(key, TheRules.Conditions("falls"));

        Assert.Equal(Verdict.Unknown, assessment.Verdict);
        Assert.Equal("It is not known which activity this is.", Assert.Single(assessment.Reasons).Text);
    }
}
