using System.Globalization;
using System.Text.Json.Nodes;

namespace Feeds.Sample.Live;

/// <summary>What a change does to the record.</summary>
internal static class LiveEdit
{
    public static void Apply(JsonObject data, LiveChange change)
    {
        if (change.Kind == ChangeKind.Cancelled && data.ContainsKey("startDate"))
        {
            data["eventStatus"] = "https://schema.org/EventCancelled";
            return;
        }

        var dice = new Dice(change.Number, Purpose.LiveEdit, change.Position);
        if (Most(data, "maximumAttendeeCapacity") is { } capacity)
        {
            data["remainingAttendeeCapacity"] = dice.Between(0, capacity);
        }
        else if (Most(data, "maximumUses") is { } uses)
        {
            data["remainingUses"] = dice.Between(0, uses);
        }

        if (data["description"] is { } description)
        {
            data["description"] = string.Create(CultureInfo.InvariantCulture, $"{description} (Changed, no. {change.Number}.)");
        }
    }

    private static int? Most(JsonObject data, string property) => data[property] is JsonValue value && value.TryGetValue<int>(out var most) ? most : null;
}
