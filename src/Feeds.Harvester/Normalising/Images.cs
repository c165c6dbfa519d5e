using System.Text.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>image</c>: a URL, an ImageObject, or several of which the first usable one counts.</summary>
internal static class Images
{
    internal static string? Read(JsonElement value) => value.Each().Select(image => image.Url()).FirstOrDefault(url => url is not null);
}
