namespace Feeds.Sample.Tests;

/// <summary>Third-party files that are not part of the repository.</summary>
internal static class ReferenceData
{
    /// <summary>The path of a file, or skips the test when there is none.</summary>
    public static string Need(string file)
    {
        var folder = Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") ?? Path.Combine(Root(), "..", "shared", "data");
        var path = Path.Combine(folder, file);
        Assert.SkipUnless(File.Exists(path), $"{file} is not here; set SIGNPOSTING_DATA to the folder of development data.");
        return path;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Signposting.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? ".";
    }
}
