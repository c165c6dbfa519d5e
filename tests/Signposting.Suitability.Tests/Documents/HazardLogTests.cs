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
        Assert.All(named, name => Assert.True(Tests.Any(test => Holds(test, name.Groups[1].Value, name.Groups[2].Value)), $"docs/clinical/hazard-log.md names {name.Value}, and there is no such test."));
    }

    [Fact]
    public void Every_hazard_has_a_control_and_a_control_a_hazard()
    {
        var rows = Row().Matches(Log).GroupBy(row => row.Groups[1].Value).ToArray();

        Assert.Equal(19, rows.Length);
        Assert.All(rows, row => Assert.InRange(row.Count(), 2, 10));
    }

    private static bool Holds(string test, string type, string method) =>
        Regex.IsMatch(test, $@"\bclass {type}\b") && (method.Length == 0 || test.Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (H\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
