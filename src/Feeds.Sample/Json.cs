using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Sample.Activities;

namespace Feeds.Sample;

/// <summary>Shapes that occur everywhere in OpenActive data.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Concept(Utf8JsonWriter json, string id, string prefLabel, string scheme)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Concept"u8);
        json.WriteString("@id"u8, id);
        json.WriteString("prefLabel"u8, prefLabel);
        json.WriteString("inScheme"u8, scheme);
        json.WriteEndObject();
    }

    /// <summary>The property <c>activity</c> with one concept.</summary>
    public static void Activity(Utf8JsonWriter json, ActivityConcept activity)
    {
        json.WriteStartArray("activity"u8);
        Concept(json, activity.Id, activity.PrefLabel, ActivityConcept.Scheme);
        json.WriteEndArray();
    }

    public static void Strings(Utf8JsonWriter json, string property, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(property);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A property with text that <see cref="Bytes"/> made before.</summary>
    public static void Ready(Utf8JsonWriter json, string property, byte[] value)
    {
        json.WritePropertyName(property);
        json.WriteRawValue(value, skipInputValidation: true);
    }

    /// <summary>The property <c>image</c> with one picture; its address leads nowhere.</summary>
    public static void Image(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("image"u8);
        json.WriteStartObject();
        json.WriteString("@type"u8, "ImageObject"u8);
        json.WriteString("url"u8, $"https://images.example.org/{name}.jpg");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The property <c>ageRange</c>; an end that is null is left out.</summary>
    public static void AgeRange(Utf8JsonWriter json, int? least, int? most)
    {
        json.WriteStartObject("ageRange"u8);
        json.WriteString("@type"u8, "QuantitativeValue"u8);
        if (least is { } minValue)
        {
            json.WriteNumber("minValue"u8, minValue);
        }

        if (most is { } maxValue)
        {
            json.WriteNumber("maxValue"u8, maxValue);
        }

        json.WriteEndObject();
    }
}
