using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests.Building;

/// <summary>Venues in Leeds, nearest to the Town Hall first.</summary>
internal static class Leeds
{
    public static readonly GeoPoint TownHall = new(53.8003, -1.5498);

    public static readonly Place Library = new() { Name = "Central Library", Postcode = "LS1 3AB", Lat = 53.8000, Lon = -1.5480 };

    public static readonly Place Minster = new() { Name = "Minster Hall", Postcode = "LS2 7DJ", Lat = 53.7952, Lon = -1.5365 };

    public static readonly Place Headingley = new() { Name = "Headingley Centre", Postcode = "LS6 3BN", Lat = 53.8190, Lon = -1.5800 };

    /// <summary>22 km away.</summary>
    public static readonly Place Harrogate = new() { Name = "Harrogate Baths", Postcode = "HG1 2RR", Lat = 53.9930, Lon = -1.5410 };

    public static Place At(double lat, double lon, string? name = null) => new() { Name = name, Lat = lat, Lon = lon };

    public static Place At(GeoPoint point) => At(point.Lat, point.Lon);
}
