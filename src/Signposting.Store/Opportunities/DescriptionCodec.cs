using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signposting.Store.Opportunities;

/// <summary>How a <see cref="Description"/> stands in the store: compact JSON, nulls left out.</summary>
internal static class DescriptionCodec
{
    // One for each thread: every record that is harvested comes by here.
    [ThreadStatic]
    private static JsonBytes? threadBytes;

    public static byte[] Encode(Description description)
    {
        var json = threadBytes ??= new JsonBytes();
        json.Clear();
        DescriptionWriter.Write(json, description);
        return json.ToArray();
    }

    public static Description Decode(ReadOnlySpan<byte> document) =>
        DescriptionReader.Read(document)
        ?? JsonSerializer.Deserialize(document, DescriptionJson.Default.Description)
        ?? throw new StoreException("A stored description is empty: the store was changed from outside.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Description))]
internal sealed partial class DescriptionJson : JsonSerializerContext;
