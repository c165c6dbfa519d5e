using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Small changes to JSON that many oddities are made of.</summary>
internal static class Nodes
{
    /// <summary>The place that a record is held at; null where it has none of its own.</summary>
    public static JsonObject? Location(this JsonObject data) => data["location"] as JsonObject;

    public static JsonObject? Geo(this JsonObject data) => data.Location()?["geo"] as JsonObject;

    public static JsonObject? Address(this JsonObject data) => data.Location()?["address"] as JsonObject;

    /// <summary>The first of the activities, as published: a Concept.</summary>
    public static JsonObject? Activity(this JsonObject data) => (data["activity"] as JsonArray)?[0] as JsonObject;

    /// <summary>The first of the offers.</summary>
    public static JsonObject? Offer(this JsonObject data) => (data["offers"] as JsonArray)?[0] as JsonObject;

    /// <summary>Replaces a property by what is made of its value; nothing when the record has no such property.</summary>
    public static void Change(this JsonObject data, string property, Func<JsonNode, JsonNode?> change)
    {
        if (data[property] is { } value)
        {
            data[property] = change(value.DeepClone());
        }
    }

    /// <summary>Gives a property another name, and the same place as before does not matter.</summary>
    public static void Rename(this JsonObject data, string property, string name)
    {
        if (data[property] is { } value)
        {
            data.Remove(property);
            data[name] = value;
        }
    }

    /// <summary>A number or text as text.</summary>
    public static string Words(this JsonNode value) => value.ToString();
}
