namespace OpenActive.Vocabulary.Tests;

/// <summary>The activity list as published, from the third-party data beside the repository; tests without it are skipped.</summary>
internal static class PublishedList
{
    private static readonly Lazy<ActivityList> Parsed = new(() => ActivityList.Parse(File.ReadAllBytes(Path)));

    internal static string Path => System.IO.Path.Combine(DataFolder(), "vocabularies", "activity-list.jsonld");

    internal static ActivityList Read()
    {
        Assert.SkipUnless(File.Exists(Path), $"Needs the published activity list at {Path} (set SIGNPOSTING_DATA).");
        return Parsed.Value;
    }

    private static string DataFolder()
    {
        if (Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") is { Length: > 0 } folder)
        {
            return folder;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Signposting.sln")))
        {
            root = root.Parent;
        }

        return System.IO.Path.GetFullPath(System.IO.Path.Combine(root?.FullName ?? ".", "..", "shared", "data"));
    }
}
