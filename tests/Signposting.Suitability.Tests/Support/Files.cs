using Signposting.Suitability.Reading;

namespace Signposting.Suitability.Tests.Support;

/// <summary>The embedded rule files with something changed.</summary>
internal static class Files
{
    /// <summary>Replaces a text in a file; it has to be there.</summary>
    internal static IReadOnlyList<RuleFile> With(string path, string old, string replacement)
    {
        var file = RuleFile.Embedded().Single(file => file.Path == path);
        Assert.Contains(old, file.Text, StringComparison.Ordinal);
        return WithText(path, file.Text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Adds a file, or puts it in place of the one with this path.</summary>
    internal static IReadOnlyList<RuleFile> WithText(string path, string text) =>
        [.. RuleFile.Embedded().Where(file => file.Path != path), new RuleFile(path, text)];

    internal static IReadOnlyList<RuleFile> Without(string path) => [.. RuleFile.Embedded().Where(file => file.Path != path)];

    /// <summary>The texts of all problems; there is at least one and then no rules.</summary>
    internal static string ProblemsOf(IReadOnlyList<RuleFile> files)
    {
        var reading = Rules.Read(files);
        Assert.NotEmpty(reading.Problems);
        Assert.Null(reading.Rules);
        return string.Join('\n', reading.Problems);
    }
}
