using Feeds.Sample.Organisers;
using Feeds.Sample.Postcodes;

namespace Feeds.Sample.Places;

/// <summary>Makes the venues: spread over the towns by population, each near one of the town's postcodes.</summary>
internal sealed class Venues(long seed, PostcodeTable postcodes)
{
    private static readonly string[] Streets =
    [
        "Station Road", "Church Lane", "Park Road", "Mill Lane", "High Street", "Victoria Road", "The Green", "School Lane", "Queen Street", "King Street",
        "Chapel Street", "Bridge Road", "Albert Road", "Manor Road", "Green Lane", "North Street", "South Parade", "West Avenue", "Springfield Road", "Meadow Way",
    ];

    private static readonly int _population = Towns.All.Sum(town => town.Population);

    private static readonly int _kindShares = VenueKind.All.Sum(kind => kind.Share);

    public Venue Make(int number)
    {
        var dice = new Dice(seed, Purpose.Venue, number);
        var townNumber = PickTown(dice.Below(_population));
        var town = Towns.All[townNumber];
        var kind = number == 0 ? VenueKind.LeisureCentre : PickKind(dice.Below(_kindShares));
        var postcode = dice.Pick(postcodes.Of(town));
        return new()
        {
            Number = number,
            Name = $"{dice.Pick(kind.LocalNames)} {dice.Pick(kind.Names)}",
            Kind = kind,
            Town = town,
            TownNumber = townNumber,
            Street = $"{dice.Between(1, 190)} {dice.Pick(Streets)}",
            Postcode = postcode.Text,
            Point = postcode.Centre.Moved((dice.Fraction() - 0.5) * 0.3, (dice.Fraction() - 0.5) * 0.3),
            Telephone = $"{town.Telephone}{dice.Between(0, 999):000}",
            Amenities = dice.PerMille(600) ? PickAmenities(kind, ref dice) : [],
            Organisers = PickOrganisers(townNumber, ref dice),
        };
    }

    private static int PickTown(int inhabitant)
    {
        var town = 0;
        while ((inhabitant -= Towns.All[town].Population) >= 0)
        {
            town++;
        }

        return town;
    }

    private static VenueKind PickKind(int share)
    {
        var kind = 0;
        while ((share -= VenueKind.All[kind].Share) >= 0)
        {
            kind++;
        }

        return VenueKind.All[kind];
    }

    private static List<(string Type, bool Value)> PickAmenities(VenueKind kind, ref Dice dice)
    {
        var amenities = new List<(string Type, bool Value)>();
        foreach (var amenity in kind.Amenities)
        {
            if (dice.PerMille(750))
            {
                amenities.Add((amenity, dice.PerMille(850)));
            }
        }

        return amenities;
    }

    private static int[] PickOrganisers(int town, ref Dice dice) =>
        [Organiser.NumberOf(town, dice.Below(Organiser.Owners)), Organiser.NumberOf(town, dice.Between(Organiser.Owners, Organiser.Generalists - 1))];
}
