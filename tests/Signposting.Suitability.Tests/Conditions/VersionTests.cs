using Signposting.Suitability.CodeLists;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Conditions;

public sealed class VersionTests
{
    [Fact]
    public void The_version_is_a_hash_and_the_same_for_the_same_rules()
    {
        Assert.Matches("^sha256:[0-9a-f]{64}$", TheRules.Rules.Version);
        Assert.Equal(TheRules.Rules.Version, Rules.Load().Version);
    }

    [Fact]
    public void Any_change_of_a_rule_a_profile_or_a_word_is_another_version()
    {
        string[] versions =
        [
            TheRules.Rules.Version,
            Rules.Read(Files.With("conditions/falls.yaml", "Tai chi is one of the examples", "Tai chi is an example")).Rules!.Version,
            Rules.Read(Files.With("profiles/water.yaml", "met: 4.8", "met: 4.9")).Rules!.Version,
            Rules.Read(Files.With("words.yaml", "hot chocolate", "hot cocoa")).Rules!.Version,
        ];

        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void The_order_of_files_is_no_part_of_the_version() =>
        Assert.Equal(TheRules.Rules.Version, Rules.Read([.. RuleFile.Embedded().Reverse()]).Rules!.Version);

    [Fact]
    public void A_code_list_is_part_of_the_version_but_not_the_order_of_its_lines()
    {
        var first = With("code,condition\n73211009,type-2-diabetes\n235595009,obesity\n");
        var second = With("code,condition\n235595009,obesity\n73211009,type-2-diabetes\n");

        Assert.NotEqual(TheRules.Rules.Version, first);
        Assert.NotEqual(With("code,condition\n73211009,obesity\n"), With("code,condition\n73211009,asthma\n"));
        Assert.Equal(first, second);
    }

    private static string With(string list) => Rules.Load(new RulesOptions { CodeLists = [new CodeListFile("more.csv", list)] }).Version;
}
