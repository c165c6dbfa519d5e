using System.Text.Json.Nodes;
using Signposting.BrowserTests.Running;

namespace Signposting.BrowserTests.Rules;

/// <summary>The Nu HTML Checker (vnu-jar of npm, which eng/html-checker.sh installs), the reference for the standard. It needs Java.</summary>
internal static class HtmlChecker
{
    private const string Variable = "SIGNPOSTING_HTML_CHECKER";

    // Blazor writes <input />, which means the same.
    private const string Allowed = ".*Trailing slash on void elements.*";
    private const int LongestExtract = 160;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string? Jar = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Path.Combine(BuildFacts.ProjectFolder, "obj", "html-checker", "node_modules", "vnu-jar", "build", "dist", "vnu.jar") is var installed && File.Exists(installed) ? installed
        : null;

    private static readonly string? Java = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "java.exe" : "java")).FirstOrDefault(File.Exists);

    public static void SkipWithout() =>
        Assert.SkipUnless(Jar is not null && Java is not null, $"needs the Nu HTML Checker and Java (eng/html-checker.sh installs both), or {Variable} naming vnu.jar");

    /// <summary>What is wrong with the files of a folder, warnings among it: a line each.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(DirectoryInfo folder)
    {
        using var process = new System.Diagnostics.Process { StartInfo = Tether.To(Java!, ["-jar", Jar!, "--stdout", "--exit-zero-always", "--format", "json", "--filterpattern", Allowed, folder.FullName]) };
        process.Start();
        var errors = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        Assert.True(JsonNode.Parse(report)?["messages"] is JsonArray, $"The checker gave no report: {report} {await errors}");
        return [.. JsonNode.Parse(report)!["messages"]!.AsArray().Select(message =>
            $"{Path.GetFileNameWithoutExtension((string?)message!["url"])}, line {message["lastLine"]}: {message["message"]} {ExtractOf(message)}")];
    }

    private static string ExtractOf(JsonNode message)
    {
        var extract = ((string?)message["extract"] ?? "").ReplaceLineEndings(" ");
        return extract[..Math.Min(extract.Length, LongestExtract)];
    }
}
