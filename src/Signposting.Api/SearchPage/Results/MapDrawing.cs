using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Searching;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Results;

/// <summary>Lays the results out around the place: north up, rings of distance, a mark for each venue. Exact enough within 30 miles without a projection.</summary>
internal sealed class MapDrawing(PageSettings settings)
{
    private const double MetresInDegree = 111_195;
    private const double Edge = 92;

    private static readonly double[] RingMiles = [0.25, 0.5, 1, 2, 3, 5, 10, 20, 30];

    /// <returns>Null when there is nothing to draw.</returns>
    public MapView? Of(PageSearch search, IReadOnlyList<ActivityCard> cards)
    {
        if (search.Place is not { Point: var centre })
            return null;
        var venues = cards.Where(card => card is { Lat: not null, Lon: not null, Distance: not null })
            .GroupBy(card => (Lat: card.Lat!.Value, Lon: card.Lon!.Value))
            .ToList();
        if (venues.Count == 0)
            return null;
        var furthest = venues.Max(venue => centre.DistanceTo(new(venue.Key.Lat, venue.Key.Lon)));
        var reach = Math.Max(furthest, 300);
        var scale = Edge / reach;
        return new MapView(
            centre.Lat, centre.Lon, search.PlaceLabel,
            [.. RingsWithin(reach).Select(metres => new MapRing(metres, metres * scale, DistanceWords.Of(metres)))],
            [.. venues.Select(venue => MarkOf([.. venue], venue.Key.Lat, venue.Key.Lon, centre, scale))],
            settings.TileUrl, settings.TileAttribution);
    }

    /// <summary>At most two: more are lines that say nothing.</summary>
    private static IEnumerable<double> RingsWithin(double reach) =>
        RingMiles.Select(miles => miles * DistanceWords.MetresInMile).Where(metres => metres <= reach * 1.02).TakeLast(2);

    private static MapMark MarkOf(IReadOnlyList<ActivityCard> cards, double lat, double lon, Store.Opportunities.GeoPoint centre, double scale)
    {
        var x = (lon - centre.Lon) * MetresInDegree * Math.Cos(double.DegreesToRadians(centre.Lat)) * scale;
        var y = (centre.Lat - lat) * MetresInDegree * scale;
        var label = cards.Count == 1 ? $"{cards[0].Number}" : $"{cards[0].Number}+{cards.Count - 1}";
        var text = cards.Count == 1 ? $"{cards[0].Number}: {cards[0].Name}, {cards[0].Distance}" : $"{cards.Count} activities at {cards[0].Where}, {cards[0].Distance}";
        return new MapMark(lat, lon, Math.Round(x, 2), Math.Round(y, 2), label, text, cards[0].Id);
    }
}
