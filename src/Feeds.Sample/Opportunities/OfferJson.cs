using System.Text.Json;

namespace Feeds.Sample.Opportunities;

/// <summary>Prices.</summary>
internal static class OfferJson
{
    /// <summary>The property <c>offers</c>: for adults and, when it costs anything, a concession at seven tenths, rounded to 10 pence.</summary>
    public static void Write(Utf8JsonWriter json, string ownerId, int pence)
    {
        json.WriteStartArray("offers"u8);
        WriteOffer(json, ownerId, "adult", pence == 0 ? "Free" : "Adult", pence);
        if (pence > 0)
        {
            WriteOffer(json, ownerId, "concession", "Concession", pence * 7 / 100 * 10);
        }

        json.WriteEndArray();
    }

    /// <summary>The property <c>offers</c> with one price for everybody, as courts have it.</summary>
    public static void WriteSingle(Utf8JsonWriter json, string ownerId, int pence)
    {
        json.WriteStartArray("offers"u8);
        WriteOffer(json, ownerId, "hire", "Hire", pence);
        json.WriteEndArray();
    }

    private static void WriteOffer(Utf8JsonWriter json, string ownerId, string key, string name, int pence)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Offer"u8);
        json.WriteString("@id"u8, $"{ownerId}#/offers/{key}");
        json.WriteString("name"u8, name);
        json.WriteNumber("price"u8, pence / 100m);
        json.WriteString("priceCurrency"u8, "GBP"u8);
        json.WriteEndObject();
    }
}
