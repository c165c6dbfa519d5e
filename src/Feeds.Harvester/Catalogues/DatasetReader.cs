using System.Text.Json;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>Reads a schema.org <c>Dataset</c> node.</summary>
internal static class DatasetReader
{
    private const int MostFeeds = 1000;

    /// <summary>Whether a node is a dataset: by its type, or because it has distributions.</summary>
    public static bool IsDataset(JsonElement node) => node.ValueKind == JsonValueKind.Object
        && (JsonLd.IsA(node, "Dataset") || JsonLd.Values(node, "distribution").Any(value => value.ValueKind == JsonValueKind.Object));

    public static DatasetSite Read(JsonElement node, string pageUrl)
    {
        var publisher = Organisation(node, "publisher", "provider", "creator");
        return new DatasetSite
        {
            Url = Absolute(pageUrl, JsonLd.Text(node, "url", "@id", "id")) ?? pageUrl,
            Name = JsonLd.Text(node, "name"),
            Publisher = publisher is { } organisation ? NameOf(organisation) : null,
            PublisherEmail = publisher is { ValueKind: JsonValueKind.Object } mailed ? JsonLd.Text(mailed, "email") : null,
            PublisherUrl = publisher is { ValueKind: JsonValueKind.Object } linked ? Absolute(pageUrl, JsonLd.Text(linked, "url")) : null,
            Licence = JsonLd.Text(node, "license", "licence"),
            Feeds = [.. Feeds(node, pageUrl).DistinctBy(feed => feed.Url, StringComparer.Ordinal).Take(MostFeeds)],
        };
    }

    private static IEnumerable<DatasetFeed> Feeds(JsonElement node, string pageUrl)
    {
        foreach (var download in JsonLd.Values(node, "distribution"))
        {
            if (Absolute(pageUrl, JsonLd.Text(download, "contentUrl", "contentURL", "url")) is not { } url)
            {
                continue;
            }

            var name = JsonLd.Text(download, "name");
            var kind = JsonLd.Text(download, "additionalType") is { } type ? JsonLd.LastPart(type) : JsonLd.Text(download, "identifier") ?? name;
            yield return new DatasetFeed(url, name, kind, JsonLd.Count(download, "totalItems"));
        }
    }

    private static JsonElement? Organisation(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in JsonLd.Values(node, name))
            {
                return value;
            }
        }

        return null;
    }

    private static string? NameOf(JsonElement organisation) => organisation.ValueKind switch
    {
        JsonValueKind.Object => JsonLd.Text(organisation, "name", "legalName"),
        JsonValueKind.String when JsonLd.TextOf(organisation) is { } text && !text.Contains("://", StringComparison.Ordinal) => text,
        _ => null,
    };

    private static string? Absolute(string pageUrl, string? reference) =>
        reference is not null && FeedUrl.Resolve(pageUrl, reference) is var url && FeedUrl.TryParse(url, out _, out _) ? url : null;
}
