using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signposting.Store.Opportunities;

/// <summary>How a <see cref="Description"/> stands in the store: compact JSON, nulls left out.</summary>
internal static class DescriptionCodec
{
    /// <summary>Leaves letters such as "é" and "–" as they are: the document is never HTML. What is written comes from generated code.</summary>
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int MostKept = 64 * 1024;

    // One for each thread: every record that is harvested comes by here.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? threadWriter;

    public static byte[] Encode(Description description)
    {
        var (buffer, json) = threadWriter ??= NewWriter();
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        DescriptionJson.Default.Description.SerializeHandler!(json, description);
        json.Flush();
        var document = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MostKept)
            threadWriter = null;
        return document;
    }

    public static Description Decode(ReadOnlySpan<byte> document) =>
        JsonSerializer.Deserialize(document, DescriptionJson.Default.Description)
        ?? throw new StoreException("A stored description is empty: the store was changed from outside.");

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Description))]
internal sealed partial class DescriptionJson : JsonSerializerContext;
