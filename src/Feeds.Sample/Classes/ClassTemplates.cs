using Feeds.Sample.Organisers;
using Feeds.Sample.Places;

namespace Feeds.Sample.Classes;

/// <summary>All classes, and which of them a kind of venue can hold.</summary>
internal static class ClassTemplates
{
    public static readonly ClassTemplate[] All =
    [
        .. GentleClasses.All.Select(template => template with { Specialist = template.Specialist ?? Organiser.AgeWell }),
        .. WalkingAndRunning.All.Select(template => template with { Specialist = Organiser.WalkingAndRunning }),
        .. YogaAndPilates.All.Select(template => template with { Specialist = Organiser.YogaAndPilates }),
        .. WaterClasses.All, .. GymAndStudio.All, .. SportsAndGames.All,
    ];

    // Each class stands here as often as its weight, so that picking one is a single draw.
    private static readonly Dictionary<VenueKind, ClassTemplate[]> _byVenue = VenueKind.All.ToDictionary(kind => kind, kind => Weighted(kind, _ => true));

    private static readonly Dictionary<VenueKind, ClassTemplate[]> _onlineByVenue = VenueKind.All.ToDictionary(kind => kind, kind => Weighted(kind, template => template.Online));

    public static ClassTemplate[] HeldAt(VenueKind kind) => _byVenue[kind];

    /// <summary>The classes of this kind of venue that can be joined by video; empty when it has none.</summary>
    public static ClassTemplate[] OnlineFrom(VenueKind kind) => _onlineByVenue[kind];

    private static ClassTemplate[] Weighted(VenueKind kind, Func<ClassTemplate, bool> wanted) =>
        [.. All.Where(template => (template.Needs & kind.Settings) != 0 && wanted(template)).SelectMany(template => Enumerable.Repeat(template, template.Weight))];
}
