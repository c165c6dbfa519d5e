namespace Feeds.Harvester.Json;

/// <summary>The names that are read. The first ones are those of a record: at most 64, so that which are present fits a mask.</summary>
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

    // Of what a record consists of.
    AtContext, PrefLabel, LegalName, GivenName, FamilyName, Value,
    ContactPoint, BetaContactPoint, Telephone, Email,
    Address, StreetAddress, AddressLocality, AddressRegion, PostalCode, AddressCountry,
    Geo, Latitude, Longitude, AmenityFeature, ContainedInPlace,
    Price, PriceCurrency, AgeRestriction, MinValue, MaxValue,
    StartTime, EndTime, RepeatFrequency, RepeatCount, ByDay, ByMonth, ByMonthDay, ExceptDate, ScheduleTimezone,

    /// <summary>No name, or one that is not read.</summary>
    None = byte.MaxValue,
}
