using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>JSON-LD that is not quite; these come last, because the others look for the names that they change.</summary>
internal static class ShapeOddities
{
    private const int DatasetsWithoutAt = 100_000 * 32 / 174;

    public static readonly Oddity[] All =
    [
        new("no context", 3_000, (JsonObject data, ref Dice _) => data.Remove("@context")),
        new("a wrong context", 2_000, (JsonObject data, ref Dice _) => data["@context"] = "http://schema.org"),
        new("type and id without @", DatasetsWithoutAt, (JsonObject data, ref Dice _) => RemoveAt(data)),
    ];

    private static void RemoveAt(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject own:
                own.Rename("@type", "type");
                own.Rename("@id", "id");
                foreach (var (_, value) in own.ToList())
                {
                    RemoveAt(value);
                }

                break;
            case JsonArray list:
                foreach (var value in list)
                {
                    RemoveAt(value);
                }

                break;
        }
    }
}
