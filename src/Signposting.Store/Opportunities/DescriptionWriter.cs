namespace Signposting.Store.Opportunities;

/// <summary>
/// Writes descriptions as JSON, nulls left out, in the order of their properties: by hand, because generated code takes twice the time and
/// brings a thousand methods with it that have to be compiled when the program starts. A test holds it against the generated code.
/// </summary>
internal static class DescriptionWriter
{
    public static void Write(JsonBytes json, Description d)
    {
        json.Open('{');
        Text(json, "\"name\":"u8, d.Name);
        Text(json, "\"text\":"u8, d.Text);
        List(json, "\"activities\":"u8, d.Activities, Activity);
        Texts(json, "\"categories\":"u8, d.Categories);
        if (d.Place is { } place)
            Place(json, place);
        if (d.Organizer is { } organizer)
            Organizer(json, organizer);
        List(json, "\"offers\":"u8, d.Offers, Offer);
        Flag(json, "\"isAccessibleForFree\":"u8, d.IsAccessibleForFree);
        Ages(json, d.AgeRange);
        Number(json, "\"gender\":"u8, (int?)d.Gender);
        Texts(json, "\"levels\":"u8, d.Levels);
        Texts(json, "\"accessibilitySupport\":"u8, d.AccessibilitySupport);
        Text(json, "\"accessibilityInformation\":"u8, d.AccessibilityInformation);
        Flag(json, "\"isWheelchairAccessible\":"u8, d.IsWheelchairAccessible);
        Flag(json, "\"isCoached\":"u8, d.IsCoached);
        Number(json, "\"attendance\":"u8, (int?)d.Attendance);
        Text(json, "\"meetingPoint\":"u8, d.MeetingPoint);
        Text(json, "\"attendeeInstructions\":"u8, d.AttendeeInstructions);
        Text(json, "\"schedulingNote\":"u8, d.SchedulingNote);
        Text(json, "\"leader\":"u8, d.Leader);
        Text(json, "\"image\":"u8, d.Image);
        Number(json, "\"maximumCapacity\":"u8, d.MaximumCapacity);
        Text(json, "\"programme\":"u8, d.Programme);
        Text(json, "\"url\":"u8, d.Url);
        Text(json, "\"schedule\":"u8, d.Schedule);
        Text(json, "\"scheduleJson\":"u8, d.ScheduleJson);
        List(json, "\"recurrences\":"u8, d.Recurrences, Recurrence);
        Time(json, "\"periodStart\":"u8, d.PeriodStart);
        Time(json, "\"periodEnd\":"u8, d.PeriodEnd);
        Text(json, "\"onlineUrl\":"u8, d.OnlineUrl);
        Number(json, "\"status\":"u8, (int?)d.Status);
        List(json, "\"inferred\":"u8, d.Inferred, Inference);
        Texts(json, "\"repairs\":"u8, d.Repairs);
        json.Close('}');
    }

    private static void Activity(JsonBytes json, Activity activity)
    {
        if (TryAgain(json, activity, activity.Written))
            return;
        var start = json.Open('{');
        Text(json, "\"id\":"u8, activity.Id);
        Text(json, "\"label\":"u8, activity.Label);
        Text(json, "\"words\":"u8, activity.Words);
        json.Close('}');
        activity.Written.Keep(activity, json.From(start));
    }

    private static void Place(JsonBytes json, Place place)
    {
        json.Name("\"place\":"u8);
        if (TryAgain(json, place, place.Written))
            return;
        var start = json.Open('{');
        Text(json, "\"name\":"u8, place.Name);
        Text(json, "\"address\":"u8, place.Address);
        Text(json, "\"locality\":"u8, place.Locality);
        Text(json, "\"postcode\":"u8, place.Postcode);
        Number(json, "\"lat\":"u8, place.Lat);
        Number(json, "\"lon\":"u8, place.Lon);
        Text(json, "\"telephone\":"u8, place.Telephone);
        Text(json, "\"url\":"u8, place.Url);
        Texts(json, "\"amenities\":"u8, place.Amenities);
        json.Close('}');
        place.Written.Keep(place, json.From(start));
    }

    private static void Organizer(JsonBytes json, Organizer organizer)
    {
        json.Name("\"organizer\":"u8);
        if (TryAgain(json, organizer, organizer.Written))
            return;
        var start = json.Open('{');
        Text(json, "\"name\":"u8, organizer.Name);
        Text(json, "\"telephone\":"u8, organizer.Telephone);
        Text(json, "\"email\":"u8, organizer.Email);
        Text(json, "\"url\":"u8, organizer.Url);
        json.Close('}');
        organizer.Written.Keep(organizer, json.From(start));
    }

    private static void Offer(JsonBytes json, Offer offer)
    {
        if (TryAgain(json, offer, offer.Written))
            return;
        var start = json.Open('{');
        Text(json, "\"name\":"u8, offer.Name);
        if (offer.Price is { } price)
        {
            json.Name("\"price\":"u8);
            json.Formatted(price);
        }

        Text(json, "\"currency\":"u8, offer.Currency);
        Text(json, "\"url\":"u8, offer.Url);
        Number(json, "\"minAge\":"u8, offer.MinAge);
        Number(json, "\"maxAge\":"u8, offer.MaxAge);
        json.Close('}');
        offer.Written.Keep(offer, json.From(start));
    }

    private static void Inference(JsonBytes json, Inference inference)
    {
        json.Open('{');
        Text(json, "\"about\":"u8, inference.About);
        Text(json, "\"words\":"u8, inference.Words);
        Ages(json, inference.AgeRange);
        Number(json, "\"gender\":"u8, (int?)inference.Gender);
        Texts(json, "\"levels\":"u8, inference.Levels);
        json.Close('}');
    }

    private static void Recurrence(JsonBytes json, Recurrence recurrence)
    {
        json.Open('{');
        json.Name("\"start\":"u8);
        json.Formatted(recurrence.Start, recurrence.Start.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", isQuoted: true);
        Number(json, "\"seconds\":"u8, recurrence.Seconds);
        Number(json, "\"unit\":"u8, (int)recurrence.Unit);
        Number(json, "\"every\":"u8, recurrence.Every);
        Day(json, "\"from\":"u8, recurrence.From);
        Day(json, "\"to\":"u8, recurrence.To);
        List(json, "\"days\":"u8, recurrence.Days, Weekday);
        List(json, "\"monthDays\":"u8, recurrence.MonthDays, static (json, number) => json.Formatted(number));
        List(json, "\"months\":"u8, recurrence.Months, static (json, number) => json.Formatted(number));
        Number(json, "\"count\":"u8, recurrence.Count);
        List(json, "\"except\":"u8, recurrence.Except, static (json, day) => json.Formatted(day, "yyyy-MM-dd", isQuoted: true));
        Text(json, "\"zone\":"u8, recurrence.Zone);
        json.Close('}');
    }

    private static void Weekday(JsonBytes json, RepeatDay day)
    {
        json.Open('{');
        Number(json, "\"weekday\":"u8, day.Weekday);
        Number(json, "\"ordinal\":"u8, day.Ordinal);
        json.Close('}');
    }

    private static void Ages(JsonBytes json, AgeRange? ages)
    {
        if (ages is null)
            return;
        json.Name("\"ageRange\":"u8);
        json.Open('{');
        Number(json, "\"min\":"u8, ages.Min);
        Number(json, "\"max\":"u8, ages.Max);
        json.Close('}');
    }

    private static bool TryAgain(JsonBytes json, object value, in WrittenJson written)
    {
        var known = written.Of(value);
        if (known.IsEmpty)
            return false;
        json.Again(known);
        return true;
    }

    private static void Text(JsonBytes json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            json.Text(name, text);
    }

    private static void Texts(JsonBytes json, ReadOnlySpan<byte> name, IReadOnlyList<string>? texts) =>
        List(json, name, texts, static (json, text) => json.Text(text));

    private static void List<T>(JsonBytes json, ReadOnlySpan<byte> name, IReadOnlyList<T>? list, Action<JsonBytes, T> write)
    {
        if (list is null)
            return;
        json.Name(name);
        json.Open('[');
        for (var i = 0; i < list.Count; i++)
            write(json, list[i]);
        json.Close(']');
    }

    private static void Flag(JsonBytes json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not { } known)
            return;
        json.Name(name);
        json.Flag(known);
    }

    private static void Number(JsonBytes json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is not { } number)
            return;
        json.Name(name);
        json.Formatted(number);
    }

    private static void Number(JsonBytes json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } number)
            return;
        json.Name(name);
        json.Formatted(number);
    }

    private static void Day(JsonBytes json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } day)
            return;
        json.Name(name);
        json.Formatted(day, "yyyy-MM-dd", isQuoted: true);
    }

    private static void Time(JsonBytes json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not { } time)
            return;
        json.Name(name);
        json.Time(time);
    }
}
