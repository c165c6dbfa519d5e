using Signposting.Suitability.Conditions;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Conditions;

public sealed class ConditionLookUpTests
{
    [Theory]
    [InlineData("type-2-diabetes", null)]
    [InlineData(" type-2-diabetes ", null)]
    [InlineData("44054006", "44054006")]
    [InlineData("http://snomed.info/sct|44054006", "44054006")]
    [InlineData("http://snomed.info/sct/999000041000000102| 44054006 ", "44054006")]
    public void A_key_and_a_code_lead_to_the_condition(string sent, string? code)
    {
        var found = Assert.IsType<ConditionLookUp.Found>(TheRules.Rules.Conditions.LookUp(sent));

        Assert.Equal("type-2-diabetes", found.Condition.Key);
        Assert.Equal(code, found.Code);
    }

    [Theory]
    [InlineData("", ConditionRefusalReason.Empty, "key such as \"falls\"")]
    [InlineData("  ", ConditionRefusalReason.Empty, "SNOMED CT code")]
    [InlineData("Falls", ConditionRefusalReason.WrongCase, "\"Falls\" is written \"falls\"")]
    [InlineData("TYPE-2-DIABETES", ConditionRefusalReason.WrongCase, "\"type-2-diabetes\"")]
    [InlineData("diabetes", ConditionRefusalReason.UnknownKey, "\"type-1-diabetes\" or \"type-2-diabetes\"")]
    [InlineData("heart attack", ConditionRefusalReason.UnknownKey, "\"coronary-heart-disease\" or \"heart-failure\"")]
    [InlineData("xyzzy", ConditionRefusalReason.UnknownKey, "The list of conditions")]
    [InlineData("44054007", ConditionRefusalReason.NoCode, "check digit")]
    [InlineData("44504006", ConditionRefusalReason.NoCode, "check digit")]
    [InlineData("12345", ConditionRefusalReason.NoCode, "6 to 18 digits")]
    [InlineData("1234567890123456789", ConditionRefusalReason.NoCode, "6 to 18 digits")]
    [InlineData("044054006", ConditionRefusalReason.NoCode, "does not start with 0")]
    [InlineData("44054006x", ConditionRefusalReason.NoCode, "6 to 18 digits")]
    [InlineData("73211009", ConditionRefusalReason.UnknownCode, "Send the key of the condition instead")]
    [InlineData("http://snomed.info/sct|73211009", ConditionRefusalReason.UnknownCode, "code list")]
    [InlineData("http://snomed.info/sct|", ConditionRefusalReason.NoCode, "6 to 18 digits")]
    [InlineData("http://hl7.org/fhir/sid/icd-10|E11", ConditionRefusalReason.OtherSystem, "http://snomed.info/sct|code")]
    [InlineData("https://snomed.info/sct|44054006", ConditionRefusalReason.OtherSystem, "is not the system")]
    public void What_is_no_condition_is_refused_with_a_way_on(string sent, ConditionRefusalReason reason, string text)
    {
        var refusal = Assert.IsType<ConditionLookUp.Refused>(TheRules.Rules.Conditions.LookUp(sent)).Refusal;

        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(text, refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_or_odd_text_is_shown_cut_and_without_control_characters()
    {
        var refusal = Assert.IsType<ConditionLookUp.Refused>(TheRules.Rules.Conditions.LookUp("falls\r\n\u0000" + new string('x', 10_000))).Refusal;

        Assert.InRange(refusal.Text.Length, 1, 300);
        Assert.DoesNotContain(refusal.Text + refusal.Sent, char.IsControl);
    }

    [Fact]
    public void The_same_condition_by_key_and_by_two_codes_is_one_with_the_code_that_came_first()
    {
        var set = TheRules.Conditions("53741008", "coronary-heart-disease", "22298006", "falls");

        Assert.Equal(2, set.Count);
        Assert.Equal(["coronary-heart-disease", "falls"], set.Asked.Select(asked => asked.Condition.Key));
        Assert.Equal(["53741008", null], set.Asked.Select(asked => asked.Code));
    }

    [Fact]
    public void One_wrong_condition_among_good_ones_gives_no_set_and_each_wrong_one_is_named()
    {
        var reading = TheRules.Rules.Conditions.Read(["falls", "Asthma", "44054007"]);

        Assert.Null(reading.Set);
        Assert.Equal([ConditionRefusalReason.WrongCase, ConditionRefusalReason.NoCode], reading.Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void No_condition_and_more_than_fifty_are_refused()
    {
        Assert.Equal(ConditionRefusalReason.Empty, Assert.Single(TheRules.Rules.Conditions.Read([]).Refusals).Reason);
        Assert.Equal(ConditionRefusalReason.TooMany, Assert.Single(TheRules.Rules.Conditions.Read(Enumerable.Repeat("falls", 51)).Refusals).Reason);
        Assert.Equal(1, TheRules.Rules.Conditions.Read(Enumerable.Repeat("falls", 50)).Set!.Count);
    }

    [Fact]
    public void Sources_of_a_condition_come_once_and_the_strongest_first() => Assert.All(TheRules.Rules.Conditions.All, condition =>
    {
        Assert.Distinct(condition.Sources.Select(source => source.Key));
        Assert.Equal(condition.Sources.OrderBy(source => (int)source.Basis).ThenBy(source => source.Title, StringComparer.Ordinal), condition.Sources);
        Assert.Superset(condition.Why.Select(why => why.Source.Key).ToHashSet(), condition.Sources.Select(source => source.Key).ToHashSet());
    });

    [Fact]
    public void All_conditions_of_the_list_are_here_with_their_codes()
    {
        var rows = File.ReadLines(Repository.Data("clinical", "conditions_snomed.csv")).Skip(1).Select(Columns).ToArray();

        Assert.Equal(67, rows.Length);
        Assert.All(rows, row => Assert.Equal(row[0], Assert.IsType<ConditionLookUp.Found>(TheRules.Rules.Conditions.LookUp(row[2])).Condition.Key));
        Assert.All(rows, row => Assert.Contains(new ConditionCode(row[2], row[3], row[4]), Find(row[0]).Codes));
        Assert.Equal(rows.Select(row => row[0]).Append("postnatal").Distinct().Order(StringComparer.Ordinal), TheRules.Rules.Conditions.All.Select(condition => condition.Key));
        Assert.Empty(Find("postnatal").Codes);
    }

    [Fact]
    public void Codes_to_write_back_are_given_and_the_wrong_ones_are_not()
    {
        var codes = TheRules.Rules.RecordCodes.Select(code => code.Code).ToArray();

        Assert.Contains("390893007", codes);
        Assert.Contains("871731000000106", codes);
        Assert.DoesNotContain("86569001", codes);
        Assert.DoesNotContain("871691000000100", codes);
    }

    private static Condition Find(string key) => TheRules.Rules.Conditions.All.Single(condition => condition.Key == key);

    /// <summary>The fields in use; one term has a comma, in quotes.</summary>
    private static string[] Columns(string line)
    {
        var parts = line.Split('"');
        return parts.Length == 1 ? line.Split(',') : [.. parts[0].TrimEnd(',').Split(','), parts[1], .. parts[2].TrimStart(',').Split(',')];
    }
}
