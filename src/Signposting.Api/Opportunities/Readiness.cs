using Signposting.Store.Opportunities;

namespace Signposting.Api.Opportunities;

/// <summary>
/// What OpenActive's data profile for social prescribing requires of an event and its contact, and what an opportunity states
/// of it after inheritance.
/// </summary>
internal static class Readiness
{
    private static readonly (string Name, Func<Description, IReadOnlyList<Session>, bool> IsStated)[] Required =
    [
        ("accessibilitySupport", (description, _) => description.AccessibilitySupport is not null),
        ("activity", (description, _) => description.Activities?.Any(activity => activity.Words is null) == true),
        ("ageRange", (description, _) => description.AgeRange is not null && !IsInferred(description, Inferences.Ages)),
        ("attendeeInstructions", (description, _) => description.AttendeeInstructions is not null),
        // The store keeps the contact of the organiser and of nobody else.
        ("contact.email", (description, _) => description.Organizer?.Email is not null),
        ("contact.name", (description, _) => description.Organizer?.Name is not null),
        ("contact.telephone", (description, _) => description.Organizer?.Telephone is not null),
        ("description", (description, _) => description.Text is not null),
        ("genderRestriction", (description, _) => description.Gender is not null && !IsInferred(description, Inferences.Gender)),
        ("image", (description, _) => description.Image is not null),
        ("interval", (description, _) => description.Schedule is not null || description.ScheduleJson is not null || description.Recurrences is not null),
        ("isAccessibleForFree", (description, _) => description.IsAccessibleForFree is not null && !IsInferred(description, Inferences.Free)),
        ("leader", (description, _) => description.Leader is not null),
        ("level", (description, _) => description.Levels is not null && !IsInferred(description, Inferences.Levels)),
        ("location", (description, _) => description.Place is not null),
        ("maximumAttendeeCapacity", (description, _) => description.MaximumCapacity is not null),
        ("meetingPoint", (description, _) => description.MeetingPoint is not null),
        ("name", (description, _) => description.Name is not null),
        ("offers", (description, _) => description.Offers is { Count: > 0 }),
        ("organizer", (description, _) => description.Organizer is not null),
        ("remainingAttendeeCapacity", (_, sessions) => sessions.Any(session => session.RemainingPlaces is not null)),
        // A record without a type never gets into the store.
        ("type", (_, _) => true),
        ("url", (description, _) => description.Url is not null),
    ];

    /// <summary>How many properties the profile requires.</summary>
    public static int Properties => Required.Length;

    /// <param name="sessions">Those that the answer lists: places are stated of sessions.</param>
    public static ReadinessAnswer Of(Description description, IReadOnlyList<Session> sessions)
    {
        var missing = new List<string>();
        foreach (var (name, isStated) in Required)
        {
            if (!isStated(description, sessions))
                missing.Add(name);
        }

        return new ReadinessAnswer { Share = Math.Round(1 - (missing.Count / (double)Required.Length), 2), Missing = missing };
    }

    private static bool IsInferred(Description description, string property) => description.Inferred?.Any(inference => inference.About == property) == true;
}
