using System.Text.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>Text of the reader's present token, from publishers who escape lone surrogates and send bytes that are no
/// UTF-8; <see cref="Utf8JsonReader"/> throws on both.</summary>
internal static class JsonText
{
    private const int LongestEscape = 6;

    /// <summary>Whether the token is this text.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan.SequenceEqual(text);
        }

        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A string of at most so many characters; null when the token is no string, or is not decodable, or is
    /// plainly longer.</summary>
    public static string? Read(ref Utf8JsonReader reader, int longest)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > longest * LongestEscape)
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
