namespace Feeds.Sample.Places;

internal enum Compass
{
    None,
    North,
    East,
    South,
    West,
}

/// <summary>An English town or London borough.</summary>
/// <param name="Population">In thousands: how many of the venues are here.</param>
/// <param name="OutwardCodes">Real ones, separated by blanks; the first is the centre's.</param>
/// <param name="Sea">Where the sea is, so that no venue stands in it.</param>
/// <param name="Telephone">The beginning of a number that Ofcom keeps for drama; three digits are to follow.</param>
internal sealed record Town(
    string Name,
    string County,
    int Population,
    double Latitude,
    double Longitude,
    string OutwardCodes,
    Compass Sea = Compass.None,
    string Telephone = "01632 960")
{
    /// <summary>How far from the centre venues stand, in kilometres: wide in a city, near in a small town.</summary>
    public double RadiusKm => Math.Clamp(0.95 * Math.Sqrt(Population / 10.0), 0.8, 6);

    public string[] Outcodes { get; } = OutwardCodes.Split(' ');

    /// <summary>The name as part of a host name: <c>kings-lynn</c>.</summary>
    public string Slug { get; } = Name.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace(' ', '-');
}
