using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Ages, genders, levels and organisers in unusual forms.</summary>
internal static class AudienceOddities
{
    private const string OpenActive = "https://openactive.io/";

    public static readonly Oddity[] All =
    [
        new("age as text", 1_000, (JsonObject data, ref Dice _) => data.Change("ageRange", range => range["minValue"]?.Words() ?? "18")),
        new("age up to 110 or 120", 3_000, (JsonObject data, ref Dice dice) => SetMaximum(data, dice.Below(2) == 0 ? 110 : 120)),
        new("gender 'mixed'", 1_500, (JsonObject data, ref Dice _) => data.Change("genderRestriction", gender => gender.Words().EndsWith("NoRestriction", StringComparison.Ordinal) ? "mixed" : gender)),
        new("gender with oa:", 5_000, (JsonObject data, ref Dice _) => data.Change("genderRestriction", gender => gender.Words().Replace(OpenActive, "oa:", StringComparison.Ordinal))),
        new("gender with ns#", 5_000, (JsonObject data, ref Dice _) => data.Change("genderRestriction", gender => gender.Words().Replace(OpenActive, OpenActive + "ns#", StringComparison.Ordinal))),
        new("level as text", 5_000, (JsonObject data, ref Dice _) => data.Change("level", levels => (levels as JsonArray)?[0]?.DeepClone() ?? levels)),
        new("level as a Concept", 2_000, (JsonObject data, ref Dice _) => data.Change("level", levels => new JsonObject { ["@type"] = "Concept", ["prefLabel"] = (levels as JsonArray)?[0]?.Words() ?? levels.Words() })),
        new("category as text", 2_000, (JsonObject data, ref Dice _) => data["category"] = "Group Exercise Classes"),
        new("organizer in an array", 1_000, (JsonObject data, ref Dice _) => data.Change("organizer", organiser => new JsonArray(organiser))),
        new("logo as text", 1_000, (JsonObject data, ref Dice _) => SetLogo(data, "https://images.example.org/logo.png")),
        new("url as an object", 500, (JsonObject data, ref Dice _) => data.Change("url", url => new JsonObject { ["@type"] = "URL", ["@id"] = url })),
    ];

    private static void SetMaximum(JsonObject data, int most)
    {
        if (data["ageRange"] is JsonObject range)
        {
            range["maxValue"] = most;
        }
    }

    private static void SetLogo(JsonObject data, string url)
    {
        if (data["organizer"] is JsonObject organiser)
        {
            organiser["logo"] = url;
        }
    }
}
