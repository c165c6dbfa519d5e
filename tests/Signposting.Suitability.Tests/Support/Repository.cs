namespace Signposting.Suitability.Tests.Support;

/// <summary>Where the repository is, and the third-party data beside it.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>A file of the third-party data; the test is skipped without it.</summary>
    internal static string Data(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") is { Length: > 0 } set ? set : Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
        var file = Path.Combine([folder, .. path]);
        Assert.SkipUnless(File.Exists(file), $"Needs {file} (set SIGNPOSTING_DATA).");
        return file;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Signposting.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
