using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Makes a <see cref="Description"/> of what a record states, noun by noun.</summary>
internal sealed class Descriptions(Activities activities, Places places, Inferring inferring, Repeated repeated)
{
    private readonly Organizers _organizers = new(repeated);
    private readonly Offers _offers = new(repeated);

    /// <summary>All that a whole opportunity states of itself.</summary>
    internal Description Read(in JsonRecord record, OpportunityType type) => inferring.Complete(Stated(record, type, new Repairs()));

    /// <summary>
    /// What an occurrence states for itself; null when it states nothing, or exactly what its parent in the same record states.
    /// </summary>
    internal Description? ReadOwn(in JsonRecord record, Description? parent)
    {
        if (!record.HasAny(Properties.OfAnOccurrence))
            return null;
        var repairs = new Repairs();
        var own = Stated(record, whole: null, repairs);
        if (OwnStatements.AreNone(own) || (parent is not null && OwnStatements.AreThoseOf(own, parent)))
            return null;
        own = inferring.CompleteOwn(own, parent);
        return repairs.IsEmpty ? own : own with { Repairs = repairs.ToList() };
    }

    /// <summary>Facilities have opening hours, umbrellas have series.</summary>
    private static bool HappensBySchedule(OpportunityType? type) =>
        type is OpportunityType.SessionSeries or OpportunityType.CourseInstance or OpportunityType.ScheduledSession or OpportunityType.Event;

    /// <summary>What an opportunity or a single occurrence states; in one object, since there are hundreds of thousands.</summary>
    /// <param name="record">The record.</param>
    /// <param name="whole">Null for an occurrence: what only an opportunity states is not asked for then.</param>
    /// <param name="repairs">Gets the notes, in the order in which properties are read.</param>
    private Description Stated(in JsonRecord record, OpportunityType? whole, Repairs repairs)
    {
        var nothing = default(JsonRecord);
        ref readonly var rest = ref whole is null ? ref nothing : ref record;
        var (start, end) = Periods.Read(rest, repairs);
        var schedule = rest[Property.EventSchedule];
        var place = places.Read(record[Property.Location], repairs);
        return new Description
        {
            Name = record[Property.Name].Line(NormalisingLimits.Name),
            Text = LongText(record[Property.Description]) ?? LongText(record[Property.FormattedDescription]),
            Activities = activities.Read(record[Property.Activity, Property.Activities]),
            Place = place,
            Organizer = _organizers.Read(record[Property.Organizer, Property.Provider]) ?? (whole == OpportunityType.Course ? _organizers.Read(record[Property.Author]) : null),
            Offers = _offers.Read(record[Property.Offers], repairs),
            IsAccessibleForFree = record[Property.IsAccessibleForFree].Boolean(),
            AgeRange = Ages.Read(record[Property.AgeRange], repairs),
            Gender = Audience.Gender(record[Property.GenderRestriction]),
            Levels = Labels.Read(record[Property.Level, Property.BetaLevel]),
            AccessibilitySupport = Audience.Support(record[Property.AccessibilitySupport]),
            AccessibilityInformation = Note(record[Property.AccessibilityInformation]),
            IsWheelchairAccessible = record[Property.IsWheelchairAccessible, Property.BetaIsWheelchairAccessible].Boolean(),
            IsCoached = record[Property.IsCoached, Property.BetaIsCoached].Boolean(),
            Attendance = Attendance.Mode(record, place) ?? (whole == OpportunityType.OnDemandEvent ? AttendanceMode.Online : null),
            OnlineUrl = Attendance.Url(record) ?? (whole == OpportunityType.OnDemandEvent ? record[Property.WorkFeatured].Url() : null),
            Categories = Categories(rest),
            MeetingPoint = Note(rest[Property.MeetingPoint, Property.BetaMeetingPoint]),
            AttendeeInstructions = Note(rest[Property.AttendeeInstructions]),
            SchedulingNote = Note(rest[Property.SchedulingNote, Property.BetaSchedulingNote]),
            Leader = People.GivenName(rest[Property.Leader]),
            Image = Images.Read(rest[Property.Image]) ?? Images.Read(rest[Property.Logo]),
            MaximumCapacity = Count(rest[Property.MaximumAttendeeCapacity, Property.MaximumUses]),
            Programme = Labels.Of(rest[Property.Programme].First()),
            Url = rest[Property.Url].Url(),
            Status = EventStatus.Read(rest[Property.EventStatus]),
            Schedule = Schedules.Words(schedule),
            ScheduleJson = Schedules.Json(schedule),
            Recurrences = HappensBySchedule(whole) ? Recurrences.Read(schedule, repairs) : null,
            PeriodStart = start,
            PeriodEnd = end,
            Repairs = whole is null ? null : repairs.ToList(),
        };
    }

    private static IReadOnlyList<string>? Categories(in JsonRecord record)
    {
        var categories = Labels.Read(record[Property.Category]);
        var facilities = Labels.Read(record[Property.FacilityType, Property.BetaFacilityType]);
        return categories is null ? facilities : facilities is null ? categories : [.. facilities.Union(categories, StringComparer.OrdinalIgnoreCase)];
    }

    private static string? LongText(JsonValue value) => Plain(value, NormalisingLimits.Text);

    private static string? Note(JsonValue value) => Plain(value, NormalisingLimits.Note);

    private static string? Plain(JsonValue value, int limit) =>
        value.First() is { ValueKind: JsonValueKind.String } text ? Html.ToText(text.GetString()!, limit) : null;

    private static int? Count(JsonValue value) => value.Integer() is >= 0 and var count ? count : null;
}
