using System.Diagnostics;

namespace Feeds.Harvester.Tests.CommandLine;

/// <summary>The real program, started as a process in a folder of its own.</summary>
public sealed class HarvesterProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("program-");

    public string Folder => folder.FullName;

    /// <summary>Environment variables beside the usual ones.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["Vocabularies__ActivityList"] = "no-such-list.jsonld" };

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Feeds.Harvester.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
