using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <summary>A value as it stands in the text, and the name that it has there.</summary>
internal struct JsonToken
{
    /// <summary>Where it begins; of a string that is the quotation mark.</summary>
    public int Start;

    /// <summary>Bytes, with all that is inside.</summary>
    public int Length;

    /// <summary>The token after it and all that is inside.</summary>
    public int Next;

    public JsonValueKind Kind;

    /// <summary>Its name in an object.</summary>
    public Property Name;

    /// <summary>A string with escapes in it.</summary>
    public bool IsEscaped;
}
