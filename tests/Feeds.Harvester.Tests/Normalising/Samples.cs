using System.Text.Json;
using Feeds.Harvester.Normalising;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Recorded feeds of real publishers; third-party data that is not part of the repository.</summary>
internal static class Samples
{
    /// <summary>The items with data of a page, or the one item of a record.</summary>
    internal static IReadOnlyList<NormalItem> Read(params string[] path)
    {
        var folder = Folder();
        Assert.SkipUnless(Directory.Exists(folder), $"No sample data in {folder}; set SIGNPOSTING_DATA.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine([folder, "feeds", .. path])));
        var root = document.RootElement;
        return root.TryGetProperty("items", out var items) ? [.. items.EnumerateArray().Where(item => item.TryGetProperty("data", out _)).Select(Item)] : [Item(root)];
    }

    private static NormalItem Item(JsonElement item) =>
        Normal.Item(item.GetProperty("data").GetRawText(), id: item.TryGetProperty("id", out var id) ? id.ToString() : "none");

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("SIGNPOSTING_DATA") is { Length: > 0 } set)
            return set;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Signposting.sln")))
            root = root.Parent;
        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "data"));
    }
}
