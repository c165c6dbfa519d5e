using Signposting.Suitability.CommandLine;
using Signposting.Suitability.Documents;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Documents;

public sealed class ClinicalDocumentsTests
{
    private const string Remedy = "Run: dotnet run --project src/Signposting.Suitability -- write docs/clinical, and review what changed.";

    private static readonly Dictionary<string, string> Documents = ClinicalDocuments.Of(TheRules.Rules).ToDictionary(document => document.Path, document => document.Text);

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "clinical");

    [Fact]
    public void The_table_of_verdicts_in_the_repository_is_what_the_rules_say() => AssertCurrent("verdicts.csv");

    [Fact]
    public void The_table_of_profiles_in_the_repository_is_what_the_rules_say() => AssertCurrent("profiles.csv");

    [Fact]
    public void The_pages_of_conditions_in_the_repository_are_what_the_rules_say()
    {
        var pages = Documents.Keys.Where(path => path.StartsWith("conditions", StringComparison.Ordinal)).ToArray();

        Assert.All(pages, AssertCurrent);
        Assert.Equal(
            pages.Where(path => path.StartsWith("conditions/", StringComparison.Ordinal)).Select(Path.GetFileName).Order(),
            Directory.EnumerateFiles(Path.Combine(Folder, "conditions")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_table_has_a_line_for_each_activity_and_a_cell_for_each_condition()
    {
        var lines = Text("verdicts.csv").TrimEnd('\n').Split('\n');

        Assert.Equal(769, lines.Length);
        Assert.Equal(43, lines[0].Split(',').Length);
        Assert.All(lines, line => Assert.Equal(43, line.Split(',').Length));
        var taiChi = lines.Single(line => line.StartsWith("Tai Chi,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(["Martial Arts", "3.0"], taiChi[1..3]);
        Assert.Equal("recommended: tai-chi", taiChi[Array.IndexOf(lines[0].Split(','), "falls")]);
    }

    [Fact]
    public void A_page_says_why_what_what_to_ask_and_when_to_stop_and_that_nobody_has_signed()
    {
        var page = Text("conditions/falls.md");

        string[] inOrder = ["# Falls risk", "**Draft.** No clinician has reviewed", "## Why activity helps", "## What suits", "Tai Chi", "**Ask first**", "**Not advised**", "## What to ask", "## When to stop", "129839007", "## Sources", "https://www.nice.org.uk/guidance/ng249"];
        var places = inOrder.Select(part => page.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Every_source_of_the_rules_stands_in_the_table_of_what_was_checked_and_no_other()
    {
        var table = File.ReadAllLines(Path.Combine(Folder, "sources.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var named = table.SelectMany(line => line.Split('|')[1].Split(',')).Select(name => name.Trim(' ', '`'));

        Assert.Equal(TheRules.Rules.Book.Sources.Select(source => source.Key).Order(), named.Order());
    }

    [Fact]
    public void The_page_of_me_cfs_names_no_activity()
    {
        var page = Text("conditions/me-cfs.md");

        Assert.Contains("## No activities", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## What suits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## Why activity helps", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_writes_every_document()
    {
        var folder = Directory.CreateTempSubdirectory("documents");
        try
        {
            Assert.Equal(0, RulesCommand.Run(["write", folder.FullName], TextWriter.Null, TextWriter.Null));
            Assert.All(Documents, document => Assert.Equal(document.Value, File.ReadAllText(Path.Combine(folder.FullName, document.Key))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(string path) => Documents[path];

    private static void AssertCurrent(string path)
    {
        var file = Path.Combine(Folder, path);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == Text(path), $"{path} is not what the rules say. {Remedy}");
    }
}
