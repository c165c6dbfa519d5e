using System.Text.Json;

namespace Feeds.Sample.Opportunities;

/// <summary>Events that stand inside another item.</summary>
internal static class EventJson
{
    public static void WriteSubEvent(Utf8JsonWriter json, string id, DateTimeOffset start, int minutes, string? name = null)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Event"u8);
        json.WriteString("@id"u8, id);
        if (name is not null)
        {
            json.WriteString("name"u8, name);
        }

        SessionJson.WriteTimes(json, start, minutes);
        json.WriteEndObject();
    }
}
