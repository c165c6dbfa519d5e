using System.Text;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Reading;

/// <summary>A rule file comes from a reviewed repository; a broken or malicious one is still refused, in a sentence, at once.</summary>
public sealed class HostileYamlTests
{
    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("# only a comment\n", "The file is empty.")]
    [InlineData("just a text", "has to be a mapping")]
    [InlineData("- a\n- b\n", "has to be a mapping")]
    [InlineData("key: falls\nkey: again\n", "\"key\" comes twice")]
    [InlineData("key: [falls\n", "no valid YAML")]
    [InlineData("key: 'falls\n", "no valid YAML")]
    [InlineData("key: falls\n\tname: x\n", "no valid YAML")]
    [InlineData("a: &x 1\n", "Anchors (&name) are not allowed")]
    [InlineData("a: *x\n", "Aliases (*name) are not allowed")]
    [InlineData("a: !!python/object/apply:os.system [ls]\n", "Tags (!name) are not allowed")]
    [InlineData("a: !System.Diagnostics.Process {}\n", "Tags (!name) are not allowed")]
    [InlineData("? [a, b]\n: c\n", "A name has to be a single word")]
    [InlineData("a: 1\n---\nb: 2\n", "second document")]
    public void What_is_no_plain_data_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Refuse(text), StringComparison.Ordinal);

    [Fact]
    public void A_billion_laughs_are_refused_at_the_first_anchor()
    {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Assert.Contains("Anchors", Refuse(bomb.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused_before_it_is_parsed() =>
        Assert.Contains("longer than 256 KB", Refuse("a: " + new string('x', 300_000)), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_nested_too_deep_is_refused() =>
        Assert.Contains("nested more than 12 deep", Refuse("a: " + new string('[', 5_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a: ", "{b: ", 5_000)]
    [InlineData("a: ", "[", 12)]
    [InlineData("a: ", "{b: ", 12)]
    [InlineData("", "? {", 5_000)]
    public void Mappings_names_and_lists_count_alike(string start, string opening, int times) =>
        Assert.Contains("nested more than 12 deep", Refuse(start + string.Concat(Enumerable.Repeat(opening, times))), StringComparison.Ordinal);

    [Fact]
    public void Twelve_deep_is_not_too_deep() =>
        Assert.DoesNotContain("nested", Refuse("a: " + new string('[', 10) + "1" + new string(']', 10)), StringComparison.Ordinal);

    [Fact]
    public void A_file_with_too_many_values_is_refused() =>
        Assert.Contains("more than 50000 values", Refuse("a: [" + string.Concat(Enumerable.Repeat("1,", 60_000)) + "1]"), StringComparison.Ordinal);

    [Fact]
    public void Line_and_column_are_told() =>
        Assert.Contains("conditions/falls.yaml(3,4): error RULES: Anchors", Refuse("key: falls\nname: x\na: &x 1\n"), StringComparison.Ordinal);

    private static string Refuse(string text) => Files.ProblemsOf(Files.WithText("conditions/falls.yaml", text));
}
