using Xunit;

namespace Feeds.Harvester.Tests.Support;

/// <summary>
/// Third-party data that is kept beside the repository and never in it: the folder named by <c>SIGNPOSTING_DATA</c>, or
/// <c>../shared/data</c> seen from the root of the repository. Tests that need it are skipped where it is missing.
/// </summary>
public static class SharedData
{
    private static readonly string Root = Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") is { Length: > 0 } set
        ? set
        : Path.Combine(RepositoryRoot(), "..", "shared", "data");

    /// <summary>The full path of a file, or the test is skipped.</summary>
    public static string File(params string[] path)
    {
        var full = Path.GetFullPath(Path.Combine([Root, .. path]));
        Assert.SkipUnless(System.IO.File.Exists(full), $"needs {Path.Combine(path)} in the folder named by SIGNPOSTING_DATA");
        return full;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Signposting.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
