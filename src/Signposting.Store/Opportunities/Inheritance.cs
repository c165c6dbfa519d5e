namespace Signposting.Store.Opportunities;

/// <summary>
/// Inheritance of Modelling Opportunity Data: what a child does not state it takes from its parent.
/// Never inherited: <c>@type</c>, <c>@id</c>, <c>url</c>, <c>identifier</c>, <c>eventSchedule</c>, <c>startDate</c>,
/// <c>endDate</c>, <c>subEvent</c>, <c>superEvent</c>. Offers only from a SessionSeries to its ScheduledSessions and
/// from a FacilityUse to its slots, that is: from an opportunity to what happens in it, not between opportunities.
/// </summary>
public static class Inheritance
{
    /// <param name="child">Wins.</param>
    /// <param name="parent">Fills what the child leaves open.</param>
    /// <param name="withOffers">Whether offers and <c>isAccessibleForFree</c> are handed down too.</param>
    public static Description InheritFrom(this Description child, Description parent, bool withOffers)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        return child with
        {
            Name = child.Name ?? parent.Name,
            Text = child.Text ?? parent.Text,
            Activities = Merge(child.Activities, parent.Activities),
            Categories = child.Categories ?? parent.Categories,
            Place = child.Place ?? parent.Place,
            Organizer = child.Organizer ?? parent.Organizer,
            Offers = child.Offers ?? (withOffers ? parent.Offers : null),
            IsAccessibleForFree = child.IsAccessibleForFree ?? (withOffers ? parent.IsAccessibleForFree : null),
            AgeRange = child.AgeRange ?? parent.AgeRange,
            Gender = child.Gender ?? parent.Gender,
            Levels = child.Levels ?? parent.Levels,
            AccessibilitySupport = child.AccessibilitySupport ?? parent.AccessibilitySupport,
            AccessibilityInformation = child.AccessibilityInformation ?? parent.AccessibilityInformation,
            IsWheelchairAccessible = child.IsWheelchairAccessible ?? parent.IsWheelchairAccessible,
            IsCoached = child.IsCoached ?? parent.IsCoached,
            Attendance = child.Attendance ?? parent.Attendance,
            MeetingPoint = child.MeetingPoint ?? parent.MeetingPoint,
            AttendeeInstructions = child.AttendeeInstructions ?? parent.AttendeeInstructions,
            SchedulingNote = child.SchedulingNote ?? parent.SchedulingNote,
            Leader = child.Leader ?? parent.Leader,
            Image = child.Image ?? parent.Image,
            MaximumCapacity = child.MaximumCapacity ?? parent.MaximumCapacity,
            Programme = child.Programme ?? parent.Programme,
            OnlineUrl = child.OnlineUrl ?? parent.OnlineUrl,
            Status = child.Status ?? parent.Status,
            Inferred = Inferences.Merge(child.Inferred, parent.Inferred),
            Repairs = Merge(child.Repairs, parent.Repairs),
        };
    }

    /// <summary>
    /// What is published counts more than what was inferred: an activity that the child's name suggests gives way to one that
    /// the parent states, and completes what is none of the activity list ("General").
    /// </summary>
    private static IReadOnlyList<Activity>? Merge(IReadOnlyList<Activity>? child, IReadOnlyList<Activity>? parent)
    {
        if (child is null || parent is null)
            return child ?? parent;
        var isInferred = child.All(activity => activity.Words is not null);
        if (!isInferred || parent.All(activity => activity.Words is not null))
            return child;
        return parent.Any(activity => activity.Id is not null) ? parent : [.. parent, .. child];
    }

    private static IReadOnlyList<string>? Merge(IReadOnlyList<string>? child, IReadOnlyList<string>? parent) =>
        parent is null ? child : child is null ? parent : [.. child.Union(parent, StringComparer.Ordinal)];
}
