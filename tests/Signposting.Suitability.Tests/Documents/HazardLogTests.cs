using System.Text.RegularExpressions;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests.Documents;

public sealed partial class HazardLogTests
{
    private static readonly string Log = File.ReadAllText(Path.Combine(Repository.Root, "docs", "clinical", "hazard-log.md"));

    private static readonly string[] Tests = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

    [Fact]
    public void Every_test_that_shows_a_control_exists()
    {
        var named = TestName().Matches(Log);

        Assert.InRange(named.Count, 20, 200);
        Assert.All(named, name => Assert.Contains(Tests, test =>
            test.Contains($"class {name.Groups[1].Value}\n", StringComparison.Ordinal)
            && (name.Groups[2].Length == 0 || test.Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_hazard_has_a_control_and_a_control_a_hazard()
    {
        var rows = Row().Matches(Log).GroupBy(row => row.Groups[1].Value).ToArray();

        Assert.Equal(12, rows.Length);
        Assert.All(rows, row => Assert.InRange(row.Count(), 2, 10));
    }

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (H\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
