using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <summary>A value of a text that was read: a place among its tokens. The default is undefined. Strings are made when they are asked for.</summary>
internal readonly record struct JsonValue(JsonTokens? Tokens, int At)
{
    internal JsonValueKind ValueKind => Tokens is null ? JsonValueKind.Undefined : Tokens.At(At).Kind;

    /// <summary>As it stands in the text, a string with its quotation marks.</summary>
    internal ReadOnlySpan<byte> Raw => Tokens is null ? default : Tokens.Raw(Tokens.At(At));

    /// <summary>A string between its quotation marks, with its escapes.</summary>
    internal ReadOnlySpan<byte> Escaped => Raw[1..^1];

    internal bool IsEscaped => Tokens is not null && Tokens.At(At).IsEscaped;

    /// <summary>The text of a string, as UTF-8; no copy when nothing is escaped.</summary>
    internal ReadOnlySpan<byte> Decoded => IsEscaped ? Encoding.UTF8.GetBytes(GetString()) : Escaped;

    /// <summary>The values of an array; none of anything else.</summary>
    internal JsonChildren Children => new(this);

    /// <summary>A value of an object; of a name that occurs twice the last one counts. Undefined when there is none, or when this is no object.</summary>
    internal JsonValue Get(Property name) => Tokens is not null && Tokens.Find(At, name) is >= 0 and var found ? new(Tokens, found) : default;

    /// <summary>The text of a string.</summary>
    internal string GetString()
    {
        if (!IsEscaped)
            return Encoding.UTF8.GetString(Escaped);
        var reader = new Utf8JsonReader(Raw);
        reader.Read();
        return reader.GetString()!;
    }

    internal string GetRawText() => Encoding.UTF8.GetString(Raw);

    internal bool IsEmptyArray => ValueKind == JsonValueKind.Array && Tokens!.At(At).Next == At + 1;

    internal int GetArrayLength()
    {
        var length = 0;
        foreach (var _ in Children)
            length++;
        return length;
    }

    internal bool TryGetDouble(out double number) => Utf8Parser.TryParse(Raw, out number, out var read) && read == Raw.Length;

    internal bool TryGetDecimal(out decimal number) => Utf8Parser.TryParse(Raw, out number, out var read) && read == Raw.Length;

    /// <summary>The text of a string, nothing of null, all else as it stands.</summary>
    public override string ToString() => ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => GetString(),
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        _ => GetRawText(),
    };
}
