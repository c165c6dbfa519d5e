using Signposting.Suitability.CodeLists;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.CodeLists;

public sealed class CodeListTests
{
    [Fact]
    public void A_further_code_leads_to_its_condition()
    {
        var rules = With("code,condition\n73211009,type-2-diabetes\n");

        Assert.Empty(rules.CodeListProblems);
        Assert.Equal(TheRules.Rules.Conditions.CodeCount + 1, rules.Conditions.CodeCount);
        Assert.Equal("type-2-diabetes", KeyOf(rules, "http://snomed.info/sct|73211009"));
    }

    [Fact]
    public void Other_columns_quotes_a_byte_order_mark_and_Windows_line_ends_do_no_harm()
    {
        var rules = With("\uFEFFterm,Code,Condition\r\n\"Diabetes, \"\"any\"\"\",\"73211009\", type-2-diabetes \r\n\r\n");

        Assert.Empty(rules.CodeListProblems);
        Assert.Equal("type-2-diabetes", KeyOf(rules, "73211009"));
    }

    [Theory]
    [InlineData("73211008,type-2-diabetes", "check digit")]
    [InlineData("x,type-2-diabetes", "6 to 18 digits")]
    [InlineData("73211009,Type-2-Diabetes", "not the key of a condition")]
    [InlineData("73211009", "not the key of a condition")]
    public void A_wrong_line_is_an_error_that_names_file_and_line(string line, string text)
    {
        var problem = Assert.Single(With($"code,condition\n235595009,obesity\n{line}\n").CodeListProblems);

        Assert.True(problem.IsError);
        Assert.StartsWith("more.csv, line 3: ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(text, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repetition_is_told_and_changes_nothing()
    {
        var rules = With("code,condition\n44054006,type-2-diabetes\n73211009,obesity\n73211009,obesity\n");

        Assert.Equal(2, rules.CodeListProblems.Count);
        Assert.All(rules.CodeListProblems, problem => Assert.False(problem.IsError));
        Assert.Equal("obesity", KeyOf(rules, "73211009"));
        Assert.Equal("more.csv, line 2: 44054006 stands for type-2-diabetes already (the rules).", rules.CodeListProblems[0].ToString());
        Assert.Equal("more.csv, line 4: 73211009 stands for obesity already (more.csv, line 3).", rules.CodeListProblems[1].ToString());
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_the_codes_of_a_list_in_theirs()
    {
        var rules = With("condition,code\nobesity,73211009\ntype-2-diabetes,235595009\n");

        Assert.Empty(rules.CodeListProblems);
        Assert.Equal(("obesity", "type-2-diabetes"), (KeyOf(rules, "73211009"), KeyOf(rules, "235595009")));
    }

    [Fact]
    public void What_is_wrong_is_shown_cut_and_without_control_characters()
    {
        var problem = Assert.Single(With("code,condition\n73211009,a\u0007b" + new string('c', 100) + "\n").CodeListProblems);

        Assert.Equal("\"ab" + new string('c', 37) + "\" is not the key of a condition.", problem.Text);
    }

    [Fact]
    public void A_file_without_end_is_refused_unread()
    {
        var problem = Assert.Single(With(new string('x', 32_000_001)).CodeListProblems);

        Assert.Equal("more.csv, line 1: The file is longer than 32 million characters.", problem.ToString());
        Assert.True(problem.IsError);
    }

    [Fact]
    public void A_code_given_to_two_conditions_goes_to_neither()
    {
        var rules = Rules.Load(new RulesOptions { CodeLists = [new("a.csv", "code,condition\n73211009,obesity\n"), new("b.csv", "code,condition\n73211009,asthma\n")] });

        var problem = Assert.Single(rules.CodeListProblems);
        Assert.True(problem.IsError);
        Assert.Equal("b.csv, line 2: 73211009 cannot stand for asthma: it stands for obesity (a.csv, line 2).", problem.ToString());
        Assert.IsType<ConditionLookUp.Refused>(rules.Conditions.LookUp("73211009"));
    }

    [Fact]
    public void A_code_of_the_rules_cannot_be_given_to_another_condition()
    {
        var rules = With("code,condition\n44054006,asthma\n");

        Assert.Contains("(the rules)", Assert.Single(rules.CodeListProblems).Text, StringComparison.Ordinal);
        Assert.Equal("type-2-diabetes", KeyOf(rules, "44054006"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("code\n73211009\n")]
    [InlineData("condition\nobesity\n")]
    [InlineData("73211009,type-2-diabetes\n")]
    [InlineData("code;condition\n73211009;type-2-diabetes\n")]
    public void A_file_without_its_columns_is_an_error(string text) =>
        Assert.Contains("code,condition", Assert.Single(With(text).CodeListProblems).Text, StringComparison.Ordinal);

    [Fact]
    public void Of_a_thousand_repetitions_and_one_error_the_error_is_told()
    {
        var rules = With("code,condition\n73211009,obesity\n" + string.Concat(Enumerable.Repeat("73211009,obesity\n", 1000)) + "73211009,asthma\n");

        Assert.Equal(101, rules.CodeListProblems.Count);
        Assert.Equal([true], rules.CodeListProblems.Select(problem => problem.IsError).Distinct().Where(isError => isError));
        Assert.Equal(100, With("code,condition\n" + string.Concat(Enumerable.Repeat("1,asthma\n", 1000))).CodeListProblems.Count);
    }

    private static Rules With(string list) => Rules.Load(new RulesOptions { CodeLists = [new CodeListFile("more.csv", list)] });

    private static string KeyOf(Rules rules, string code) => Assert.IsType<ConditionLookUp.Found>(rules.Conditions.LookUp(code)).Condition.Key;
}
