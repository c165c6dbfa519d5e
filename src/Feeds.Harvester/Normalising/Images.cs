using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>image</c>: a URL, an ImageObject, or several of which the first usable one counts.</summary>
internal static class Images
{
    internal static string? Read(JsonValue value)
    {
        foreach (var image in value.Each())
        {
            if (image.Url() is { } url)
                return url;
        }

        return null;
    }
}
