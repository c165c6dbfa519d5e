using System.Text.Json.Serialization;

namespace Signposting.Store.Opportunities;

/// <summary>
/// What a record says of itself, already in our words. Null means "not stated" and nothing else:
/// inheritance fills a null from the parent, an answer leaves it out.
/// Sources: OpenActive Modelling Opportunity Data 2.0.
/// </summary>
public sealed record Description
{
    public string? Name { get; init; }

    /// <summary>Plain text; markup was removed, line breaks are <c>\n</c>.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Activity>? Activities { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public Place? Place { get; init; }

    public Organizer? Organizer { get; init; }

    public IReadOnlyList<Offer>? Offers { get; init; }

    public bool? IsAccessibleForFree { get; init; }

    public AgeRange? AgeRange { get; init; }

    public GenderRestriction? Gender { get; init; }

    /// <summary>As published: <c>Beginner</c>, <c>Intermediate</c>, <c>Advanced</c>, or the publisher's own words.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Labels of the accessibility-support list, as published.</summary>
    public IReadOnlyList<string>? AccessibilitySupport { get; init; }

    public string? AccessibilityInformation { get; init; }

    public bool? IsWheelchairAccessible { get; init; }

    public bool? IsCoached { get; init; }

    public AttendanceMode? Attendance { get; init; }

    public string? MeetingPoint { get; init; }

    public string? AttendeeInstructions { get; init; }

    public string? SchedulingNote { get; init; }

    /// <summary>Given name of the leader at most: names, mails and phones of people are not kept.</summary>
    public string? Leader { get; init; }

    public string? Image { get; init; }

    public int? MaximumCapacity { get; init; }

    public string? Programme { get; init; }

    /// <summary>The page of the opportunity. Never inherited.</summary>
    public string? Url { get; init; }

    /// <summary>When it happens in words made from <c>eventSchedule</c> ("Tuesdays 10:00–11:00"). Never inherited.</summary>
    public string? Schedule { get; init; }

    /// <summary>The <c>eventSchedule</c> as published (JSON), kept for expansion. Never inherited.</summary>
    public string? ScheduleJson { get; init; }

    /// <summary>Its full Schedules, which become sessions where it publishes none (docs/decisions/0008). Never inherited.</summary>
    public IReadOnlyList<Recurrence>? Recurrences { get; init; }

    /// <summary>First day of the whole (<c>startDate</c>). Never inherited.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>End of the whole (<c>endDate</c>), exclusive. Never inherited.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>Where a person joins an online session.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>
    /// <c>eventStatus</c> of the whole. The sessions of a cancelled opportunity are cancelled, whatever they say themselves;
    /// another status holds for those that state none.
    /// </summary>
    public SessionStatus? Status { get; init; }

    /// <summary>
    /// What only the name says of the audience. Of an opportunity that is offered: those that count, because neither the record nor
    /// its parents state the property, which then has the inferred value (<see cref="Inferences"/>).
    /// </summary>
    public IReadOnlyList<Inference>? Inferred { get; init; }

    /// <summary>Repairs made while reading, each a short code and what proved it.</summary>
    public IReadOnlyList<string>? Repairs { get; init; }
}

/// <summary>An activity, published or inferred; <see cref="Id"/> is set when it is a concept of the activity list.</summary>
/// <param name="Id">Canonical id of the activity list, or null.</param>
/// <param name="Label">prefLabel of the concept, or the publisher's word.</param>
public sealed record Activity(string? Id, string Label)
{
    internal WrittenJson Written;

    /// <summary>The words of name or description that it was inferred from; null: it is published.</summary>
    public string? Words { get; init; }
}

/// <summary>A venue. Coordinates are WGS84 degrees; both or neither.</summary>
public sealed record Place
{
    internal WrittenJson Written;

    public string? Name { get; init; }

    /// <summary>One line, without the postcode.</summary>
    public string? Address { get; init; }

    public string? Locality { get; init; }

    /// <summary>Upper case with one space, when it has the form of a UK postcode; else as published.</summary>
    public string? Postcode { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public string? Telephone { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string>? Amenities { get; init; }

    /// <summary>The coordinates, when both are there.</summary>
    [JsonIgnore]
    public GeoPoint? Point => Lat is { } lat && Lon is { } lon ? new GeoPoint(lat, lon) : null;
}

/// <summary>Whom to contact. Organisations only; a person as organiser keeps no more than a given name.</summary>
public sealed record Organizer
{
    internal WrittenJson Written;

    public string? Name { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Url { get; init; }
}

/// <summary>One offer. <see cref="Price"/> in <see cref="Currency"/> (ISO 4217), absent when the publisher says none.</summary>
public sealed record Offer
{
    internal WrittenJson Written;

    public string? Name { get; init; }

    public decimal? Price { get; init; }

    public string? Currency { get; init; }

    public string? Url { get; init; }

    /// <summary>For whom this offer is, in years.</summary>
    public int? MinAge { get; init; }

    public int? MaxAge { get; init; }
}

/// <summary>Ages in years, both ends included.</summary>
public sealed record AgeRange(int? Min, int? Max);

public enum GenderRestriction : byte
{
    None = 1,
    Female = 2,
    Male = 3,
}

public enum AttendanceMode : byte
{
    Offline = 1,
    Online = 2,
    Mixed = 3,
}
