using System.Diagnostics;
using Signposting.SystemTests.Support;
using Xunit;

namespace Signposting.SystemTests.Harvest;

/// <summary>Relative paths mean the folder that the user started from, also through <c>dotnet run</c>.</summary>
public sealed class StartFolderTests
{
    [Fact]
    public async Task Dotnet_run_takes_relative_paths_from_where_it_was_started()
    {
        var folder = Directory.CreateTempSubdirectory("start-");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var project = Path.Combine(Repository.Root, "src", "Feeds.Harvester");
        using var run = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "--no-build", "-c", configuration, "--project", project, "--", "status", "--Store:Connection", "Data Source=here/x.db"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);

        Assert.Contains(Path.Combine(folder.FullName, "here", "x.db"), errors, StringComparison.Ordinal);
    }
}
