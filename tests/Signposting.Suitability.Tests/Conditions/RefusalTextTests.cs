using Signposting.Suitability.Conditions;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Conditions;

/// <summary>A refusal is read by whoever calls: every word of it counts.</summary>
public sealed class RefusalTextTests
{
    [Theory]
    [InlineData(" ", "", "A condition is empty: send a key such as \"falls\" or a SNOMED CT code.")]
    [InlineData("FALLS", "FALLS", "\"FALLS\" is written \"falls\": keys are lower case.")]
    [InlineData("heart-disease", "heart-disease", "\"heart-disease\" is not the key of a condition that this service knows. Did you mean \"coronary-heart-disease\" or \"chronic-kidney-disease\" or \"heart-failure\"? The list of conditions has all keys and codes.")]
    [InlineData("Heart's_failure", "Heart's_failure", "\"Heart's_failure\" is not the key of a condition that this service knows. Did you mean \"heart-failure\" or \"coronary-heart-disease\"? The list of conditions has all keys and codes.")]
    [InlineData("of or 2", "of or 2", "\"of or 2\" is not the key of a condition that this service knows. The list of conditions has all keys and codes.")]
    [InlineData("urn:x|1", "urn:x|1", "\"urn:x\" is not the system of SNOMED CT: send http://snomed.info/sct|code, the code alone, or a key.")]
    [InlineData("http://snomed.info/sctx|44054006", "http://snomed.info/sctx|44054006", "\"http://snomed.info/sctx\" is not the system of SNOMED CT: send http://snomed.info/sct|code, the code alone, or a key.")]
    [InlineData("44054007", "44054007", "\"44054007\" is no SNOMED CT code of a condition: its last digit (the check digit) does not fit the others: a digit is wrong, missing or exchanged.")]
    [InlineData("754786014", "754786014", "\"754786014\" is no SNOMED CT code of a condition: it identifies a description or a relationship of SNOMED CT, not a concept.")]
    [InlineData("12345", "12345", "\"12345\" is no SNOMED CT code of a condition: a SNOMED CT code has 6 to 18 digits and does not start with 0.")]
    [InlineData("73211009", "73211009", "The SNOMED CT code 73211009 is not known to this service, which may be because it is a more specific code than those listed. Send the key of the condition instead, or ask whoever runs the service to add the code to a code list.")]
    public void A_refusal_says_what_was_sent_and_how_to_go_on(string sent, string shown, string text)
    {
        var refusal = Assert.IsType<ConditionLookUp.Refused>(TheRules.Rules.Conditions.LookUp(sent)).Refusal;

        Assert.Equal((shown, text), (refusal.Sent, refusal.Text));
    }

    [Fact]
    public void None_and_too_many_are_refused_in_a_sentence()
    {
        var none = Assert.Single(TheRules.Rules.Conditions.Read([]).Refusals);
        var many = Assert.Single(TheRules.Rules.Conditions.Read(Enumerable.Repeat("falls", 51)).Refusals);

        Assert.Equal(("", "No condition was sent."), (none.Sent, none.Text));
        Assert.Equal(("", "More than 50 conditions were sent: send those that matter for physical activity."), (many.Sent, many.Text));
    }

    [Fact]
    public void What_is_shown_is_cut_at_60_characters()
    {
        var refusal = Assert.IsType<ConditionLookUp.Refused>(TheRules.Rules.Conditions.LookUp("x" + new string('y', 99))).Refusal;

        Assert.Equal("x" + new string('y', 59), refusal.Sent);
    }

    [Fact]
    public void A_draft_is_refused_by_key_and_by_code_where_only_signed_rules_are_served()
    {
        var conditions = Rules.Load(new RulesOptions { RequireReviewed = true }).Conditions;

        Assert.All(["falls", "129839007"], sent =>
            Assert.Equal("The rules for \"falls\" are a draft that no clinician has signed, and this service is set to serve signed rules only.", Assert.IsType<ConditionLookUp.Refused>(conditions.LookUp(sent)).Refusal.Text));
    }
}
