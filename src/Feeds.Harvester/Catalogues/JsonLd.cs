using System.Globalization;
using System.Text.Json;

namespace Feeds.Harvester.Catalogues;

/// <summary>JSON-LD as publishers write it: <c>type</c> or <c>@type</c>, one value or a list, text or an object.</summary>
internal static class JsonLd
{
    private const int LongestText = 2048;

    /// <summary>The values of a property: the elements of a list, or the one value; none for null and absent.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [value],
        };
    }

    /// <summary>The first text of the first of these properties that has one; an object gives its <c>@id</c>, <c>url</c> or <c>@value</c>.</summary>
    public static string? Text(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in Values(node, name))
            {
                if (TextOf(value) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>The URL that a value is, or has.</summary>
    public static string? Link(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value),
        JsonValueKind.Object => Text(value, "url", "@id", "id", "contentUrl"),
        _ => null,
    };

    /// <summary>Whether a node is of a type, under any prefix.</summary>
    public static bool IsA(JsonElement node, string type) => Values(node, "@type").Concat(Values(node, "type"))
        .Any(value => TextOf(value) is { } text && LastPart(text).Equals(type, StringComparison.OrdinalIgnoreCase));

    /// <summary>A non-negative integer, or null.</summary>
    public static long? Count(JsonElement node, string name)
    {
        foreach (var value in Values(node, name))
        {
            var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : TextOf(value);
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }
        }

        return null;
    }

    /// <summary>What follows the last <c>/</c>, <c>#</c> or <c>:</c> of an identifier.</summary>
    public static string LastPart(string identifier)
    {
        var trimmed = identifier.Trim().TrimEnd('/');
        return trimmed[(trimmed.AsSpan().LastIndexOfAny("/#:") + 1)..];
    }

    /// <summary>The text of a value, trimmed; null when it has none or is far too long.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 and <= LongestText } text ? text : null,
                JsonValueKind.Object => Text(value, "@value", "url", "@id", "id"),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: no text.
            return null;
        }
    }
}
