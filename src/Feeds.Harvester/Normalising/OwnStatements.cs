using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Compares what an occurrence states for itself with what its parent states.</summary>
internal static class OwnStatements
{
    private static readonly Description Nothing = new();

    internal static bool AreNone(Description own) => own == Nothing;

    /// <summary>Whether everything that is stated is what the parent states too.</summary>
    internal static bool AreThoseOf(Description own, Description parent) =>
        Same(own.Name, parent.Name)
        && Same(own.Text, parent.Text)
        && SameList(own.Activities, Published(parent.Activities))
        && SamePlace(own.Place, parent.Place)
        && Same(own.Organizer, parent.Organizer)
        && SameList(own.Offers, parent.Offers)
        && Same(own.IsAccessibleForFree, parent.IsAccessibleForFree)
        && Same(own.AgeRange, parent.AgeRange)
        && Same(own.Gender, parent.Gender)
        && SameList(own.Levels, parent.Levels)
        && SameList(own.AccessibilitySupport, parent.AccessibilitySupport)
        && Same(own.AccessibilityInformation, parent.AccessibilityInformation)
        && Same(own.IsWheelchairAccessible, parent.IsWheelchairAccessible)
        && Same(own.IsCoached, parent.IsCoached)
        && Same(own.Attendance, parent.Attendance)
        && Same(own.OnlineUrl, parent.OnlineUrl);

    private static List<Activity>? Published(IReadOnlyList<Activity>? activities) => activities?.Where(activity => activity.Words is null).ToList();

    private static bool Same<T>(T own, T parent) => own is null || EqualityComparer<T>.Default.Equals(own, parent);

    private static bool SameList<T>(IReadOnlyList<T>? own, IReadOnlyList<T>? parent) => own is null || (parent is not null && own.SequenceEqual(parent));

    private static bool SamePlace(Place? own, Place? parent) =>
        own is null
        || (parent is not null && own with { Amenities = null } == parent with { Amenities = null } && SameList(own.Amenities, parent.Amenities));
}
