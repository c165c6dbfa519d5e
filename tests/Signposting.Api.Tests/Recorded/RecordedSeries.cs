using System.Text.Json.Nodes;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Recorded;

/// <summary>A SessionSeries of the recorded pages with its sessions, as a reader of the pages understands it.</summary>
/// <param name="Id">What the service calls it.</param>
/// <param name="Place">Name, postcode, latitude, longitude; null for what is only online.</param>
/// <param name="Attendance"><c>in-person</c>, <c>online</c> or <c>mixed</c>.</param>
/// <param name="Price">In pounds, from the least to the most of its offers.</param>
/// <param name="HasTimes">Whether it has sessions at all.</param>
/// <param name="Sessions">Start, end and remaining places of those that have not begun, in order of time.</param>
internal sealed record RecordedSeries(string Id, string Name, string Organizer, string? Place, string Attendance, string Price, bool HasTimes, string Sessions)
{
    private const string ModeStart = "https://schema.org/";

    /// <summary>The series of one page, with their sessions from another.</summary>
    public static IReadOnlyList<RecordedSeries> Read(string seriesPage, string sessionsPage, DateTimeOffset now)
    {
        var sessions = Items(sessionsPage).ToLookup(session => (string)session["superEvent"]!);
        return [.. Items(seriesPage)
            .Select(series => (Series: series, All: sessions[(string)series["@id"]!].ToList()))
            .Select(pair => Of(pair.Series, pair.All.Count > 0, pair.All.Where(session => Time(session["startDate"]) >= now)))];
    }

    /// <summary>What the service answers of one, in the same words.</summary>
    public static RecordedSeries OfAnswer(JsonNode item) => new(
        (string)item["id"]!,
        (string)item["name"]!,
        (string)item["organizer"]!["name"]!,
        item["location"] is { } place ? $"{place["name"]}, {place["postcode"]}, {place["lat"]}, {place["lon"]}" : null,
        (string)item["attendance"]!,
        $"{(decimal)item["price"]!["min"]!:0.00} to {(decimal)item["price"]!["max"]!:0.00}",
        (bool)item["timesPublished"]!,
        string.Join("; ", item["sessions"]!.AsArray().Select(session => Session(session!["start"], session["end"], session["remainingPlaces"]))));

    private static RecordedSeries Of(JsonNode series, bool hasTimes, IEnumerable<JsonNode> sessions) => new(
        SubjectKey.FromId((string)series["@id"]!).ToPublicId(),
        (string)series["name"]!,
        OrganizerOf(series["organizer"]!),
        PlaceOf(series["location"]),
        (string)series["eventAttendanceMode"]! switch
        {
            ModeStart + "OnlineEventAttendanceMode" => "online",
            ModeStart + "MixedEventAttendanceMode" => "mixed",
            _ => "in-person",
        },
        PriceOf(series),
        hasTimes,
        string.Join("; ", sessions.OrderBy(session => Time(session["startDate"])).Select(session => Session(session["startDate"], session["endDate"], session["remainingAttendeeCapacity"]))));

    /// <summary>Of a person no more is kept than the given name.</summary>
    private static string OrganizerOf(JsonNode organizer)
    {
        var name = (string)organizer["name"]!;
        return (string?)organizer["@type"] == "Person" ? name.Split(' ')[0] : name;
    }

    private static string? PlaceOf(JsonNode? place) => place is null
        ? null
        : $"{place["name"]}, {place["address"]!["postalCode"]}, {place["geo"]!["latitude"]}, {place["geo"]!["longitude"]}";

    /// <summary><c>isAccessibleForFree</c>: there is a way to take part without paying, whatever the offers ask.</summary>
    private static string PriceOf(JsonNode series)
    {
        var prices = series["offers"]!.AsArray().Select(offer => (decimal)offer!["price"]!).ToList();
        if ((bool?)series["isAccessibleForFree"] == true)
            prices.Add(0);
        return $"{prices.Min():0.00} to {prices.Max():0.00}";
    }

    private static string Session(JsonNode? start, JsonNode? end, JsonNode? places) => $"{Time(start):u} to {Time(end):u}, {places} places";

    private static DateTimeOffset Time(JsonNode? time) => DateTimeOffset.Parse((string)time!);

    private static IEnumerable<JsonNode> Items(string page) => JsonNode.Parse(page)!["items"]!.AsArray().Select(item => item!["data"]!);
}
