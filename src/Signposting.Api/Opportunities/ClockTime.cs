using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signposting.Api.Opportunities;

/// <summary>A time of day as callers send it and as it is echoed to them: <c>09:30</c> (Europe/London).</summary>
internal sealed class ClockTime : JsonConverter<TimeOnly>
{
    /// <summary>The form, as a JSON Schema pattern.</summary>
    public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private const string Form = "HH:mm";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("A time of day is written HH:mm.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}
