using Signposting.Api.Activities;
using Signposting.Api.Conditions;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability;

namespace Signposting.Api.Tests.Conditions;

public sealed class KnownVerdictsTests
{
    private static readonly string[] Names = ["Chair Yoga", "Power Yoga", "Walking Football", "Hot Pilates", "Aqua Aerobics for beginners", "Phase IV cardiac rehabilitation", "A meeting"];

    [Fact]
    public void What_is_remembered_is_what_the_rules_say_for_every_set_of_conditions()
    {
        var clinical = new ClinicalRules(new RulesOptions(), new ActivityConcepts());
        var records = Names.Select((name, i) => clinical.Records.Read(new OpportunityCard(i, 1), new Description { Name = name })).ToList();
        string[][] sets = [["falls"], ["falls", "pregnancy"], ["pregnancy", "falls"], ["type-2-diabetes", "osteoarthritis", "hypertension"]];

        // The second time everything is known.
        foreach (var asked in sets.Concat(sets))
        {
            var conditions = clinical.Rules.Conditions.Read(asked).Set!;
            var known = clinical.Verdicts.Of(conditions);
            foreach (var record in records)
            {
                var assessment = clinical.Rules.Assess(record.Key, conditions);
                Assert.Equal(assessment.Verdict, known.Of(record));
                Assert.Equal(assessment.Reasons.Select(reason => reason.Text), known.AnswerOf(record).Reasons.Select(reason => reason.Text));
            }
        }
    }

    [Fact]
    public void Records_that_say_the_same_are_known_as_one_and_a_new_version_is_read_anew()
    {
        var clinical = new ClinicalRules(new RulesOptions(), new ActivityConcepts());
        var yoga = new Description { Name = "Hot Yoga" };

        var one = clinical.Records.Read(new OpportunityCard(1, 1), yoga);

        Assert.Same(one, clinical.Records.Read(new OpportunityCard(2, 7), yoga));
        Assert.Same(one, clinical.Records.Find(new OpportunityCard(2, 7)));
        Assert.Null(clinical.Records.Find(new OpportunityCard(2, 8)));
    }
}
