using System.Runtime.CompilerServices;

namespace Feeds.Sample.Places;

/// <summary>What a class needs and a venue offers.</summary>
[Flags]
internal enum Setting
{
    None = 0,
    Studio = 1,
    Hall = 2,
    Pool = 4,
    Gym = 8,
    SportsHall = 16,
    Park = 32,
    Room = 64,
    Green = 128,
    Pitch = 256,
    Water = 512,
    Courts = 1024,
}

/// <summary>A sort of venue.</summary>
/// <param name="Share">How many of a hundred venues are of this kind.</param>
/// <param name="Names">What follows the local name, as in "Riverside Leisure Centre".</param>
internal sealed record VenueKind(string Key, int Share, Setting Settings, string[] LocalNames, string[] Names, string[] Amenities)
{
    private static readonly string[] Quarters =
    [
        "Riverside", "Northgate", "Southfield", "Eastgate", "Westbrook", "Highfield", "Meadowbank", "Castle", "Abbey", "Canalside", "Station Road",
        "Millfield", "Kingsway", "Queensway", "Oakwood", "Ashfield", "Beechwood", "Fairfield", "Hillside", "Parkside", "Orchard", "Bridge Street", "Market Place",
        "Priory", "Woodlands", "Springfield", "Greenway", "Lakeside", "Brookside", "Moorland", "Chapel Lane", "Victoria", "Albert", "Jubilee", "Coronation",
    ];

    private static readonly string[] Saints =
    [
        "St Mary's", "St John's", "St Peter's", "All Saints", "St Paul's", "St Michael's", "Holy Trinity", "St Andrew's", "St George's", "St Luke's",
        "Trinity Methodist", "St Anne's", "St Thomas'", "Christ Church", "Hope Baptist", "St Barnabas", "St Cuthbert's", "St Francis", "Ebenezer", "St Oswald's",
    ];

    private static readonly string[] Villages =
    [
        "Little Ashby", "Upper Norbury", "Great Marling", "Thornby", "Lower Wickham", "Easterby", "Hadlow End", "Kirk Ferring", "Brantwood", "Stoke Farley",
        "Long Melbury", "West Haddon Green", "Nether Colne", "Barton Fen", "Cold Harbour", "Ashcombe", "Whitcott", "Oxley Green", "Fernham", "Tillingbourne Cross",
    ];

    private static readonly string[] Indoor = ["Toilets", "Parking"];
    private static readonly string[] Sports = ["ChangingFacilities", "Showers", "Lockers", "Toilets", "Parking", "Towels", "Creche"];

    public static readonly VenueKind LeisureCentre = new("leisure-centre", 34, Setting.Studio | Setting.SportsHall | Setting.Gym | Setting.Pool | Setting.Courts | Setting.Pitch, Quarters, ["Leisure Centre", "Sports Centre", "Pools and Fitness Centre", "Health and Wellbeing Centre"], Sports);

    public static readonly VenueKind[] All =
    [
        LeisureCentre,
        new("community-hall", 20, Setting.Hall | Setting.Studio | Setting.Room, Quarters, ["Community Centre", "Community Hall", "Neighbourhood Centre"], Indoor),
        new("church-hall", 12, Setting.Hall | Setting.Room, Saints, ["Church Hall", "Parish Rooms", "Hall"], Indoor),
        new("village-hall", 8, Setting.Hall, Villages, ["Village Hall", "Memorial Hall", "Parish Hall"], Indoor),
        new("park", 12, Setting.Park | Setting.Pitch | Setting.Courts, Quarters, ["Park", "Recreation Ground", "Country Park", "Gardens"], Indoor),
        new("library", 5, Setting.Room, Quarters, ["Library", "Library and Learning Hub"], Indoor),
        new("bowls-club", 3, Setting.Green | Setting.Hall, Quarters, ["Bowls Club", "Bowling and Croquet Club"], Sports),
        new("sports-club", 4, Setting.Pitch | Setting.Courts | Setting.Hall, Quarters, ["Sports and Social Club", "Cricket and Tennis Club"], Sports),
        new("water-sports-centre", 2, Setting.Water, Quarters, ["Water Sports Centre", "Lake and Boathouse", "Outdoor Centre"], Sports),
    ];

    // There are nine, and they are looked up for every session: by reference, so that no text is hashed.
    public bool Equals(VenueKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
