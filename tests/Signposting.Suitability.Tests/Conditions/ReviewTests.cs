using Signposting.Suitability.Conditions;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Conditions;

public sealed class ReviewTests
{
    private const string Draft = "review: {status: draft}";
    private const string Signed = "review: {status: reviewed, role: Clinical Safety Officer, date: 2026-11-22}";

    [Fact]
    public void Nobody_has_signed_these_rules_and_they_say_so()
    {
        Assert.Equal("draft", TheRules.Rules.Review.Status);
        Assert.All(TheRules.Rules.Conditions.All, condition => Assert.Equal("draft", condition.Review.Status));
    }

    [Fact]
    public void Only_when_everything_is_signed_are_the_rules_reviewed()
    {
        RuleFile[] signed = [.. RuleFile.Embedded().Select(file => file with { Text = file.Text.Replace(Draft, Signed, StringComparison.Ordinal) })];
        RuleFile[] oneMissing = [.. signed.Select(file => file.Path == "conditions/falls.yaml" ? RuleFile.Embedded().Single(original => original.Path == file.Path) : file)];

        var review = Rules.Read(signed).Rules!.Review;
        Assert.Equal(("reviewed", "Clinical Safety Officer", new DateOnly(2026, 11, 22)), (review.Status, review.Role, review.Date));
        Assert.Equal("draft", Rules.Read(oneMissing).Rules!.Review.Status);
    }

    [Fact]
    public void When_review_is_required_a_draft_is_refused_and_not_listed()
    {
        var rules = Rules.Read(Files.With("conditions/falls.yaml", Draft, Signed), new RulesOptions { RequireReviewed = true }).Rules!;

        Assert.Empty(rules.Conditions.All);
        var refusal = Assert.IsType<ConditionLookUp.Refused>(rules.Conditions.LookUp("129839007")).Refusal;
        Assert.Equal(ConditionRefusalReason.NotReviewed, refusal.Reason);
    }

    [Fact]
    public void When_review_is_required_what_is_signed_with_all_it_shares_is_served()
    {
        RuleFile[] files = [.. RuleFile.Embedded().Select(file => file.Path is "conditions/falls.yaml" or "everybody.yaml" ? file with { Text = file.Text.Replace(Draft, Signed, StringComparison.Ordinal) } : file)];
        var rules = Rules.Read(files, new RulesOptions { RequireReviewed = true }).Rules!;

        Assert.Equal(["falls"], rules.Conditions.All.Select(condition => condition.Key));
        Assert.IsType<ConditionLookUp.Found>(rules.Conditions.LookUp("falls"));
        Assert.IsType<ConditionLookUp.Refused>(rules.Conditions.LookUp("asthma"));
    }

    [Theory]
    [InlineData("review: {status: reviewed}")]
    [InlineData("review: {status: reviewed, role: Nurse, date: 22 November}")]
    [InlineData("review: {status: draft, role: Nurse}")]
    [InlineData("review: {status: signed}")]
    [InlineData("review: yes")]
    public void A_review_without_role_and_date_is_none(string review) =>
        Assert.Contains("eview", Files.ProblemsOf(Files.With("conditions/falls.yaml", Draft, review)), StringComparison.Ordinal);
}
