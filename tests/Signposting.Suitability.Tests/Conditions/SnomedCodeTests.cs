using FsCheck;
using FsCheck.Fluent;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Conditions;

public sealed class SnomedCodeTests
{
    private static readonly string[] Codes = [.. TheRules.Rules.Conditions.All.SelectMany(condition => condition.Codes).Select(code => code.Code)];

    [Theory]
    [InlineData("138875005")]
    [InlineData("999000041000000102")]
    [InlineData("900000000000207008")]
    public void Codes_that_SNOMED_International_publishes_are_concepts(string code) => Assert.True(SnomedCode.IsConcept(code, out _));

    [Theory]
    [InlineData("754786014")]
    [InlineData("100022")]
    public void The_code_of_a_description_or_a_relationship_is_no_concept(string code)
    {
        Assert.False(SnomedCode.IsConcept(code, out var why));
        Assert.Contains("not a concept", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_single_wrong_digit_is_found() => Prop.ForAll(
        (from code in Gen.Elements(Codes)
         from place in Gen.Choose(0, code.Length - 1)
         from digit in Gen.Choose(0, 9)
         select (code, place, digit)).ToArbitrary(),
        change =>
        {
            var changed = change.code.ToCharArray();
            changed[change.place] = (char)('0' + change.digit);
            var text = new string(changed);
            return SnomedCode.IsConcept(text, out _) == (text == change.code);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_neighbouring_digits_exchanged_are_found() => Prop.ForAll(
        (from code in Gen.Elements(Codes)
         from place in Gen.Choose(0, code.Length - 2)
         select (code, place)).ToArbitrary(),
        change =>
        {
            var changed = change.code.ToCharArray();
            (changed[change.place], changed[change.place + 1]) = (changed[change.place + 1], changed[change.place]);
            var text = new string(changed);
            return SnomedCode.IsConcept(text, out _) == (text == change.code);
        }).QuickCheckThrowOnFailure();
}
