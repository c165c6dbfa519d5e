using System.Text.Json;
using Feeds.Harvester.Rpde;

namespace Feeds.Harvester.Catalogues;

/// <summary>Tells an RPDE page from other JSON by its top level alone, without building a document of it.</summary>
internal static class FeedShape
{
    private static readonly JsonReaderOptions Bottomless = new() { MaxDepth = int.MaxValue };

    /// <summary>Whether the body is an object with a list <c>items</c> and a <c>next</c>.</summary>
    /// <exception cref="JsonException">It is broken JSON.</exception>
    public static bool Matches(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Bottomless);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var hasItems = false;
        var hasNext = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = JsonText.Is(ref reader, "items"u8);
            hasNext |= JsonText.Is(ref reader, "next"u8);
            reader.Read();
            hasItems |= isItems && reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
        }

        return hasItems && hasNext;
    }
}
