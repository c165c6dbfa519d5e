using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests;

/// <summary>Where Node.js is missing: a build goes on without the style of the pages and says so in a sentence; publishing fails with the same.</summary>
public sealed class BuildWithoutNodeTests
{
    private const string Sentence = "The pages have no style, because npm ci did not work: install Node.js 20 or later and build again (the REST API needs neither).";

    // What the build of the service takes, without the minute that the service itself would take.
    private static readonly string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <Import Project="{Path.Combine(Repository.Root, "src", "Signposting.Api", "SearchPage", "Assets", "PageAssets.targets")}" />
        </Project>
        """;

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task The_build_says_so_in_one_sentence_and_goes_on_unless_it_publishes(bool publishes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "hides Node.js by a path of symbolic links");
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("signposting-without-node-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Pages.csproj"), Project, cancel);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Program.cs"), "return;", cancel);
            await using var build = RunningProgram.Start(
                DotnetPath(), ["build", folder.FullName, "-v", "quiet", "--nologo", "-nodeReuse:false", $"-p:PageAssetsRequired={(publishes ? "true" : "false")}"],
                new Dictionary<string, string> { ["PATH"] = PathWithoutNode(folder), ["MSBUILDDISABLENODEREUSE"] = "1" });

            var exitCode = await build.ExitCodeAsync(cancel);

            Assert.Equal(publishes ? 1 : 0, exitCode);
            var said = build.Output.Split('\n').Where(line => line.Contains("PAGES001", StringComparison.Ordinal)).Distinct().ToArray();
            Assert.Contains(publishes ? $"error PAGES001: {Sentence}" : $"warning PAGES001: {Sentence}", Assert.Single(said), StringComparison.Ordinal);
            Assert.Equal(!publishes, File.Exists(Path.Combine(folder.FullName, "bin", "Debug", "net10.0", "pages", "page.css")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string DotnetPath() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>All that is on the path but node and npm.</summary>
    private static string PathWithoutNode(DirectoryInfo folder)
    {
        var tools = folder.CreateSubdirectory("path");
        foreach (var file in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            var link = Path.Combine(tools.FullName, Path.GetFileName(file));
            if (Path.GetFileName(file) is not ("node" or "nodejs" or "npm") && !File.Exists(link))
                File.CreateSymbolicLink(link, file);
        }

        return tools.FullName;
    }
}
