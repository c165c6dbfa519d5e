using System.Text.Json;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Makes a <see cref="Description"/> of what a record states, noun by noun.</summary>
internal sealed class Descriptions(Activities activities, Places places, Organizers organizers, Inferring inferring)
{
    /// <summary>All that a whole opportunity states of itself.</summary>
    internal Description Read(in JsonRecord record, OpportunityType type)
    {
        var repairs = new Repairs();
        var (start, end) = Periods.Read(record, repairs);
        var schedule = record[Property.EventSchedule];
        var stated = Stated(record, repairs);
        var attendance = stated.Attendance ?? (type == OpportunityType.OnDemandEvent ? AttendanceMode.Online : null);
        return stated with
        {
            Activities = inferring.Activities(stated),
            Inferred = inferring.Audience(stated, attendance),
            Attendance = attendance,
            OnlineUrl = stated.OnlineUrl ?? (type == OpportunityType.OnDemandEvent ? record[Property.WorkFeatured].Url() : null),
            Organizer = stated.Organizer ?? (type == OpportunityType.Course ? organizers.Read(record[Property.Author]) : null),
            Categories = Categories(record),
            MeetingPoint = Note(record[Property.MeetingPoint, Property.BetaMeetingPoint]),
            AttendeeInstructions = Note(record[Property.AttendeeInstructions]),
            SchedulingNote = Note(record[Property.SchedulingNote, Property.BetaSchedulingNote]),
            Leader = People.GivenName(record[Property.Leader]),
            Image = Images.Read(record[Property.Image]) ?? Images.Read(record[Property.Logo]),
            MaximumCapacity = Count(record[Property.MaximumAttendeeCapacity, Property.MaximumUses]),
            Programme = Labels.Of(record[Property.Programme].First()),
            Url = record[Property.Url].Url(),
            Status = EventStatus.Read(record[Property.EventStatus]),
            Schedule = Schedules.Words(schedule),
            ScheduleJson = Schedules.Json(schedule),
            Recurrences = HappensBySchedule(type) ? Recurrences.Read(schedule, repairs) : null,
            PeriodStart = start,
            PeriodEnd = end,
            Repairs = repairs.ToList(),
        };
    }

    /// <summary>
    /// What an occurrence states for itself; null when it states nothing, or exactly what its parent in the same record states.
    /// </summary>
    internal Description? ReadOwn(in JsonRecord record, Description? parent)
    {
        if (!record.HasAny(Properties.OfAnOccurrence))
            return null;
        var repairs = new Repairs();
        var own = Stated(record, repairs);
        if (OwnStatements.AreNone(own) || (parent is not null && OwnStatements.AreThoseOf(own, parent)))
            return null;
        own = inferring.CompleteOwn(own, parent);
        return repairs.IsEmpty ? own : own with { Repairs = repairs.ToList() };
    }

    /// <summary>Facilities have opening hours, umbrellas have series.</summary>
    private static bool HappensBySchedule(OpportunityType type) =>
        type is OpportunityType.SessionSeries or OpportunityType.CourseInstance or OpportunityType.ScheduledSession or OpportunityType.Event;

    /// <summary>What both an opportunity and a single occurrence may state.</summary>
    private Description Stated(in JsonRecord record, Repairs repairs)
    {
        var place = places.Read(record[Property.Location], repairs);
        return new Description
        {
            Name = record[Property.Name].Line(NormalisingLimits.Name),
            Text = LongText(record[Property.Description]) ?? LongText(record[Property.FormattedDescription]),
            Activities = activities.Read(record[Property.Activity, Property.Activities]),
            Place = place,
            Organizer = organizers.Read(record[Property.Organizer, Property.Provider]),
            Offers = Offers.Read(record[Property.Offers], repairs),
            IsAccessibleForFree = record[Property.IsAccessibleForFree].Boolean(),
            AgeRange = Ages.Read(record[Property.AgeRange], repairs),
            Gender = Audience.Gender(record[Property.GenderRestriction]),
            Levels = Labels.Read(record[Property.Level, Property.BetaLevel]),
            AccessibilitySupport = Audience.Support(record[Property.AccessibilitySupport]),
            AccessibilityInformation = Note(record[Property.AccessibilityInformation]),
            IsWheelchairAccessible = record[Property.IsWheelchairAccessible, Property.BetaIsWheelchairAccessible].Boolean(),
            IsCoached = record[Property.IsCoached, Property.BetaIsCoached].Boolean(),
            Attendance = Attendance.Mode(record, place),
            OnlineUrl = Attendance.Url(record),
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
