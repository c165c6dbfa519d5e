using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Contract.Linting;

/// <summary>The linter that suppliers use, with its recommended rules. It needs Node.js, and the npm registry once.</summary>
public sealed class LintTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Contract", "Linting");

    [Fact]
    public async Task Redocly_objects_to_nothing()
    {
        Assert.SkipWhen(await RunAsync("node", "--version") is null, "Node.js is not installed.");
        var linter = Path.Combine("node_modules", "@redocly", "cli", "bin", "cli.js");
        if (!File.Exists(Path.Combine(Folder, linter)))
            Assert.SkipWhen(await RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") is not (0, _), "The linter cannot be had from the npm registry.");

        var (status, output) = (await RunAsync("node", linter, "lint", "--format", "json", Path.Combine(BuildFacts.ContractFolder, "signposting.v1.yaml")))!.Value;

        var totals = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!["totals"]!;
        Assert.True((status, (int)totals["errors"]!, (int)totals["warnings"]!) == (0, 0, 0), output);
    }

    /// <returns>Null: there is no such program.</returns>
    private static async Task<(int Status, string Output)?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await errors;
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
