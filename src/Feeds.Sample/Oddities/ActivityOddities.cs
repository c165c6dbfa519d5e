using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Activities in every form but the one that the standard asks for.</summary>
internal static class ActivityOddities
{
    private const string List = "https://openactive.io/activity-list#";

    public static readonly Oddity[] All =
    [
        new("activity id with http", 3_000, (JsonObject data, ref Dice _) => Rewrite(data, "http://openactive.io/activity-list#")),
        new("activity id with www", 1_000, (JsonObject data, ref Dice _) => Rewrite(data, "https://www.openactive.io/activity-list#")),
        new("activity id with /#", 1_000, (JsonObject data, ref Dice _) => Rewrite(data, "https://openactive.io/activity-list/#")),
        new("activity of an unknown scheme", 1_000, UseOtherScheme),
        new("activity 'General' only", 2_000, (JsonObject data, ref Dice _) => data.Change("activity", _ => new JsonArray(new JsonObject { ["@type"] = "Concept", ["prefLabel"] = "General" }))),
        new("activity as text", 2_000, (JsonObject data, ref Dice _) => data.Change("activity", list => (list as JsonArray)?[0]?["prefLabel"]?.DeepClone() ?? list)),
        new("activity as one object", 5_000, (JsonObject data, ref Dice _) => data.Change("activity", list => (list as JsonArray)?[0]?.DeepClone() ?? list)),
        new("the key activities", 500, (JsonObject data, ref Dice _) => data.Rename("activity", "activities")),
        new("no activity", 1_000, (JsonObject data, ref Dice _) => data.Remove("activity")),
    ];

    private static void Rewrite(JsonObject data, string list) =>
        data.Activity()?.Change("@id", id => id.Words().Replace(List, list, StringComparison.Ordinal));

    private static void UseOtherScheme(JsonObject data, ref Dice dice)
    {
        if (data.Activity() is { } activity)
        {
            activity["@id"] = $"https://legacy.example.org/sports/{dice.Between(1, 400)}";
            activity["inScheme"] = "https://legacy.example.org/sports";
        }
    }
}
