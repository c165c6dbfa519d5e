namespace Feeds.Harvester.Normalising;

/// <summary>The properties of a record that are read. At most 64, so that which are present fits a mask.</summary>
internal enum Property : byte
{
    AtId, Id, AtType, Type, Identifier,
    Name, Description, FormattedDescription,
    Activity, Activities, FacilityType, BetaFacilityType, Category,
    Location, VirtualLocation, BetaVirtualLocation, EventAttendanceMode, WorkFeatured,
    Organizer, Provider, Author,
    Offers, IsAccessibleForFree,
    AgeRange, GenderRestriction, Level, BetaLevel,
    AccessibilitySupport, AccessibilityInformation, IsWheelchairAccessible, BetaIsWheelchairAccessible, IsCoached, BetaIsCoached,
    MeetingPoint, BetaMeetingPoint, AttendeeInstructions, SchedulingNote, BetaSchedulingNote,
    Leader, Image, Logo, MaximumAttendeeCapacity, MaximumUses, Programme, Url,
    RemainingAttendeeCapacity, RemainingUses,
    EventStatus, EventSchedule, StartDate, EndDate, Duration,
    SuperEvent, SubEvent, Event, FacilityUse, AggregateFacilityUse, IndividualFacilityUse,
    InstanceOfCourse, Course, BetaCourse, HasCourseInstance,
}

/// <summary>Sets of properties.</summary>
internal static class Properties
{
    internal const int Count = (int)Property.HasCourseInstance + 1;

    /// <summary>What an occurrence may state for itself (<c>SessionChange.Own</c>).</summary>
    internal static readonly ulong OfAnOccurrence = Mask(
        Property.Name, Property.Description, Property.FormattedDescription, Property.Activity, Property.Activities,
        Property.Location, Property.VirtualLocation, Property.BetaVirtualLocation, Property.EventAttendanceMode,
        Property.Organizer, Property.Offers, Property.IsAccessibleForFree,
        Property.AgeRange, Property.GenderRestriction, Property.Level, Property.BetaLevel,
        Property.AccessibilitySupport, Property.AccessibilityInformation, Property.IsWheelchairAccessible, Property.BetaIsWheelchairAccessible,
        Property.IsCoached, Property.BetaIsCoached);

    internal static ulong Bit(Property property) => 1UL << (int)property;

    private static ulong Mask(params ReadOnlySpan<Property> properties)
    {
        var mask = 0UL;
        foreach (var property in properties)
            mask |= Bit(property);
        return mask;
    }
}
