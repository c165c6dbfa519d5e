using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signposting.Store.Opportunities;

/// <summary>How a <see cref="Description"/> stands in the store: compact JSON, nulls left out.</summary>
internal static class DescriptionCodec
{
    public static byte[] Encode(Description description) =>
        JsonSerializer.SerializeToUtf8Bytes(description, DescriptionJson.Compact.Description);

    public static Description Decode(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, DescriptionJson.Compact.Description)
        ?? throw new StoreException("A stored description is empty: the store was changed from outside.");
}

[JsonSerializable(typeof(Description))]
internal sealed partial class DescriptionJson : JsonSerializerContext
{
    /// <summary>Leaves letters such as "é" and "–" as they are: the document is never HTML.</summary>
    public static DescriptionJson Compact { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
