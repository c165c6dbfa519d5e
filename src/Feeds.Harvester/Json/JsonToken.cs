using System.Text.Json;

namespace Feeds.Harvester.Json;

/// <summary>A value or a name as it stands in the text.</summary>
internal struct JsonToken
{
    /// <summary>Where it begins; of a string or a name that is the quotation mark.</summary>
    public int Start;

    /// <summary>Bytes, with all that is inside.</summary>
    public int Length;

    /// <summary>The token after it and all that is inside.</summary>
    public int Next;

    /// <summary>What it is; of a name <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonValueKind Kind;

    /// <summary>A string or name with escapes in it.</summary>
    public bool IsEscaped;
}
