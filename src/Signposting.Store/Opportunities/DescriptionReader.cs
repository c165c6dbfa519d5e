using System.Text.Json;

namespace Signposting.Store.Opportunities;

/// <summary>
/// Reads what <see cref="DescriptionWriter"/> writes, line by line as it is written: by hand, because generated code brings eight hundred
/// methods with it that have to be compiled when the program starts. Each property is asked for in the order of writing. What is left over
/// then (a property of another version, another order) is not for this reader: it says so, and generated code reads the document.
/// </summary>
internal ref partial struct DescriptionReader
{
    private Utf8JsonReader _json;
    private bool _isOther;

    private DescriptionReader(ReadOnlySpan<byte> document)
    {
        _json = new Utf8JsonReader(document);
        _json.Read();
    }

    private delegate T Reading<out T>(scoped ref DescriptionReader json);

    /// <returns>Null: not as it is written here.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static Description? Read(ReadOnlySpan<byte> document)
    {
        var json = new DescriptionReader(document);
        var description = json.Whole();
        return json._isOther ? null : description;
    }

    private Description Whole()
    {
        Pass(JsonTokenType.StartObject);
        var description = new Description
        {
            Name = Text("name"u8),
            Text = Text("text"u8),
            Activities = List("activities"u8, Activity),
            Categories = Texts("categories"u8),
            Place = Place(),
            Organizer = Organizer(),
            Offers = List("offers"u8, Offer),
            IsAccessibleForFree = Flag("isAccessibleForFree"u8),
            AgeRange = Ages(),
            Gender = (GenderRestriction?)Small("gender"u8),
            Levels = Texts("levels"u8),
            AccessibilitySupport = Texts("accessibilitySupport"u8),
            AccessibilityInformation = Text("accessibilityInformation"u8),
            IsWheelchairAccessible = Flag("isWheelchairAccessible"u8),
            IsCoached = Flag("isCoached"u8),
            Attendance = (AttendanceMode?)Small("attendance"u8),
            MeetingPoint = Text("meetingPoint"u8),
            AttendeeInstructions = Text("attendeeInstructions"u8),
            SchedulingNote = Text("schedulingNote"u8),
            Leader = Text("leader"u8),
            Image = Text("image"u8),
            MaximumCapacity = Number("maximumCapacity"u8),
            Programme = Text("programme"u8),
            Url = Text("url"u8),
            Schedule = Text("schedule"u8),
            ScheduleJson = Text("scheduleJson"u8),
            Recurrences = List("recurrences"u8, Recurrence),
            PeriodStart = Time("periodStart"u8),
            PeriodEnd = Time("periodEnd"u8),
            OnlineUrl = Text("onlineUrl"u8),
            Status = (SessionStatus?)Small("status"u8),
            Inferred = List("inferred"u8, Inference),
            Repairs = Texts("repairs"u8),
        };
        Pass(JsonTokenType.EndObject);
        return description;
    }

    private static Activity Activity(scoped ref DescriptionReader json)
    {
        json.Pass(JsonTokenType.StartObject);
        var activity = new Activity(json.Text("id"u8), json.Text("label"u8)!) { Words = json.Text("words"u8) };
        json.Pass(JsonTokenType.EndObject);
        return activity;
    }

    private Place? Place()
    {
        if (!Begin("place"u8))
            return null;
        Pass(JsonTokenType.StartObject);
        var place = new Place
        {
            Name = Text("name"u8),
            Address = Text("address"u8),
            Locality = Text("locality"u8),
            Postcode = Text("postcode"u8),
            Lat = Degrees("lat"u8),
            Lon = Degrees("lon"u8),
            Telephone = Text("telephone"u8),
            Url = Text("url"u8),
            Amenities = Texts("amenities"u8),
        };
        // Older versions wrote the coordinates twice.
        if (Begin("point"u8))
            _isOther |= !_json.TrySkip() || !_json.Read();
        Pass(JsonTokenType.EndObject);
        return place;
    }

    private Organizer? Organizer()
    {
        if (!Begin("organizer"u8))
            return null;
        Pass(JsonTokenType.StartObject);
        var organizer = new Organizer { Name = Text("name"u8), Telephone = Text("telephone"u8), Email = Text("email"u8), Url = Text("url"u8) };
        Pass(JsonTokenType.EndObject);
        return organizer;
    }

    private static Offer Offer(scoped ref DescriptionReader json)
    {
        json.Pass(JsonTokenType.StartObject);
        var offer = new Offer
        {
            Name = json.Text("name"u8),
            Price = json.Amount("price"u8),
            Currency = json.Text("currency"u8),
            Url = json.Text("url"u8),
            MinAge = json.Number("minAge"u8),
            MaxAge = json.Number("maxAge"u8),
        };
        json.Pass(JsonTokenType.EndObject);
        return offer;
    }

    private static Inference Inference(scoped ref DescriptionReader json)
    {
        json.Pass(JsonTokenType.StartObject);
        var inference = new Inference(json.Text("about"u8)!, json.Text("words"u8)!)
        {
            AgeRange = json.Ages(),
            Gender = (GenderRestriction?)json.Small("gender"u8),
            Levels = json.Texts("levels"u8),
        };
        json.Pass(JsonTokenType.EndObject);
        return inference;
    }

    private static Recurrence Recurrence(scoped ref DescriptionReader json)
    {
        json.Pass(JsonTokenType.StartObject);
        var recurrence = new Recurrence
        {
            Start = json.Clock("start"u8),
            Seconds = json.Number("seconds"u8),
            Unit = (RepeatUnit)json.Needed(json.Small("unit"u8)),
            Every = json.Needed(json.Number("every"u8)),
            From = json.Day("from"u8),
            To = json.Day("to"u8),
            Days = json.List("days"u8, Weekday),
            MonthDays = json.List("monthDays"u8, static (scoped ref DescriptionReader json) => json.Whole32()),
            Months = json.List("months"u8, static (scoped ref DescriptionReader json) => json.Whole32()),
            Count = json.Number("count"u8),
            Except = json.List("except"u8, static (scoped ref DescriptionReader json) => json.Date()),
            Zone = json.Text("zone"u8),
        };
        json.Pass(JsonTokenType.EndObject);
        return recurrence;
    }

    private static RepeatDay Weekday(scoped ref DescriptionReader json)
    {
        json.Pass(JsonTokenType.StartObject);
        var day = new RepeatDay(json.Needed(json.Number("weekday"u8)), json.Needed(json.Number("ordinal"u8)));
        json.Pass(JsonTokenType.EndObject);
        return day;
    }

    private AgeRange? Ages()
    {
        if (!Begin("ageRange"u8))
            return null;
        Pass(JsonTokenType.StartObject);
        var ages = new AgeRange(Number("min"u8), Number("max"u8));
        Pass(JsonTokenType.EndObject);
        return ages;
    }
}
