namespace Signposting.Api.SearchPage.Results;

/// <summary>The map of the results: a drawing that is always there, and what a script needs to make it live.</summary>
/// <param name="CentreLat">WGS84 degrees of the place searched around.</param>
/// <param name="Rings">Circles of distance, smallest first.</param>
/// <param name="Marks">Venues, each once.</param>
/// <param name="TileUrl">Null: there are no tiles.</param>
public sealed record MapView(double CentreLat, double CentreLon, string PlaceLabel, IReadOnlyList<MapRing> Rings, IReadOnlyList<MapMark> Marks, string? TileUrl, string? TileAttribution);

/// <param name="Metres">From the centre.</param>
/// <param name="Radius">On the drawing, whose half is 100.</param>
/// <param name="Text">"1 mile".</param>
public sealed record MapRing(double Metres, double Radius, string Text);

/// <summary>A venue.</summary>
/// <param name="X">On the drawing, from -100 to 100 eastwards.</param>
/// <param name="Y">On the drawing, from -100 to 100 southwards.</param>
/// <param name="Label">Numbers of its activities on the list: "3", "3 +2".</param>
/// <param name="Text">What a pointer or a screen reader is told.</param>
/// <param name="Target">Id of the first card.</param>
public sealed record MapMark(double Lat, double Lon, double X, double Y, string Label, string Text, string Target);
