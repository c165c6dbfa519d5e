using System.Text.Json;

namespace Feeds.Sample.Opportunities;

/// <summary>What dated occurrences of all kinds have in common.</summary>
internal static class SessionJson
{
    public static void WriteTimes(Utf8JsonWriter json, DateTimeOffset start, int minutes)
    {
        json.WriteString("startDate"u8, start);
        json.WriteString("endDate"u8, start.AddMinutes(minutes));
        json.WriteString("duration"u8, LondonTime.Duration(minutes));
    }

    /// <summary>Two of a hundred are cancelled, a few postponed or rescheduled; what goes ahead says nothing, as is usual.</summary>
    public static void WriteStatus(Utf8JsonWriter json, ref Dice dice)
    {
        var share = dice.Below(1000);
        if (share < 26)
        {
            json.WriteString("eventStatus"u8, share switch
            {
                < 20 => "https://schema.org/EventCancelled"u8,
                < 23 => "https://schema.org/EventPostponed"u8,
                _ => "https://schema.org/EventRescheduled"u8,
            });
        }
    }

    /// <summary>Nine of ten state how many places are left; one of twelve of those is full.</summary>
    public static void WritePlaces(Utf8JsonWriter json, int capacity, ref Dice dice)
    {
        json.WriteNumber("maximumAttendeeCapacity"u8, capacity);
        if (dice.PerMille(900))
        {
            json.WriteNumber("remainingAttendeeCapacity"u8, dice.PerMille(83) ? 0 : dice.Between(1, capacity));
        }
    }
}
