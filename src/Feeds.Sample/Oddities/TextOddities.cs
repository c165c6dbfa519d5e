using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Times, prices and descriptions as they are really typed.</summary>
internal static class TextOddities
{
    private const int ToMinutes = 16; // yyyy-MM-ddTHH:mm
    private const int ToSeconds = 19;

    public static readonly Oddity[] All =
    [
        new("times without seconds", 3_000, (JsonObject data, ref Dice _) => ChangeTimes(data, time => time[..ToMinutes] + time[ToSeconds..])),
        new("times without a zone", 5_000, (JsonObject data, ref Dice _) => ChangeTimes(data, time => time[..Math.Min(time.Length, ToMinutes)])),
        new("a date without a time", 200, (JsonObject data, ref Dice _) => ChangeTimes(data, time => time[..10])),
        new("no end", 3_000, (JsonObject data, ref Dice _) => data.Remove("endDate")),
        new("HTML and CRLF in the description", 10_000, (JsonObject data, ref Dice _) => data.Change("description", text => $"<p>{text.Words().Replace(". ", ".<br/>\r\n", StringComparison.Ordinal)}</p>\r\n<p>&nbsp;</p>")),
        new("prices as text", 3_000, (JsonObject data, ref Dice _) => data.Offer()?.Change("price", price => price.Words())),
        new("two offers with one id", 1_000, RepeatOfferId),
        new("nothing said by null and empty text", 3_000, SayNothing),
    ];

    private static void ChangeTimes(JsonObject data, Func<string, string> change)
    {
        foreach (var property in (string[])["startDate", "endDate"])
        {
            data.Change(property, time => time.Words() is { Length: >= ToSeconds } text ? change(text) : time);
        }
    }

    private static void RepeatOfferId(JsonObject data, ref Dice dice)
    {
        if (data["offers"] is JsonArray { Count: > 1 } offers && offers[1] is JsonObject second)
        {
            second["@id"] = offers[0]!["@id"]!.DeepClone();
        }
    }

    private static void SayNothing(JsonObject data, ref Dice dice)
    {
        foreach (var (property, nothing) in new (string, JsonNode?)[] { ("subEvent", null), ("image", null), ("meetingPoint", ""), ("attendeeInstructions", ""), ("leader", new JsonArray()) })
        {
            if (!data.ContainsKey(property))
            {
                data[property] = nothing;
            }
        }
    }
}
