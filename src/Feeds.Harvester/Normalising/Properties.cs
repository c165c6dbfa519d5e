using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>Sets of a record's properties.</summary>
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
