using Feeds.Sample.Activities;
using Feeds.Sample.Places;

namespace Feeds.Sample.Facilities;

/// <summary>A court, pitch or hall that is hired by the hour.</summary>
/// <param name="Unit">What one of several is called, as in "Court 2".</param>
/// <param name="Units">How many a venue has at most.</param>
/// <param name="Pence">The price of a slot, from and to.</param>
internal sealed record FacilityTemplate(FacilityType Type, ActivityConcept Activity, string Name, string Unit, int Units, Setting Needs, int Minutes, (int Least, int Most) Pence)
{
    public static readonly FacilityTemplate[] All =
    [
        new(FacilityType.BadmintonCourt, SampleActivities.Badminton, "Badminton Courts", "Court", 6, Setting.SportsHall, 60, (700, 1200)),
        new(FacilityType.SquashCourt, SampleActivities.Squash, "Squash Courts", "Court", 4, Setting.SportsHall, 40, (600, 1100)),
        new(FacilityType.TableTennisTable, SampleActivities.TableTennis, "Table Tennis Tables", "Table", 4, Setting.SportsHall, 60, (300, 700)),
        new(FacilityType.SportsHall, SampleActivities.Multisports, "Sports Hall Hire", "Half", 2, Setting.SportsHall, 60, (900, 1200)),
        new(FacilityType.PickleballCourt, SampleActivities.Pickleball, "Pickleball Courts", "Court", 3, Setting.SportsHall, 60, (600, 1000)),
        new(FacilityType.TennisCourt, SampleActivities.Tennis, "Tennis Courts", "Court", 4, Setting.Courts, 60, (0, 900)),
        new(FacilityType.FootballPitch, SampleActivities.FiveASide, "5-a-Side Football Pitches", "Pitch", 4, Setting.Pitch, 60, (900, 1200)),
        new(FacilityType.FootballPitch, SampleActivities.ElevenASide, "Grass Football Pitch", "Pitch", 2, Setting.Pitch, 90, (900, 1200)),
        new(FacilityType.NetballCourt, SampleActivities.Netball, "Outdoor Netball Courts", "Court", 2, Setting.Pitch, 60, (600, 1200)),
        new(FacilityType.CricketNet, SampleActivities.Cricket, "Cricket Nets", "Net", 3, Setting.Pitch, 60, (300, 900)),
        new(FacilityType.BowlingGreen, SampleActivities.FlatGreenBowls, "Bowling Green Rinks", "Rink", 6, Setting.Green, 120, (200, 600)),
    ];

    private static readonly Dictionary<VenueKind, FacilityTemplate[]> _byVenue = VenueKind.All.ToDictionary(kind => kind, kind => All.Where(template => (template.Needs & kind.Settings) != 0).ToArray());

    /// <summary>The facilities that a kind of venue can have; empty for halls and libraries.</summary>
    public static FacilityTemplate[] FoundAt(VenueKind kind) => _byVenue[kind];
}
