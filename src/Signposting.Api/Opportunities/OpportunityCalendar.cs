using System.Globalization;

namespace Signposting.Api.Opportunities;

/// <summary>The sessions of an opportunity as iCalendar (RFC 5545), for a diary.</summary>
internal static class OpportunityCalendar
{
    // A calendar needs a component even when no session is left; a time zone is one. The rule is that of Britain since 1996.
    private static readonly (string Name, string Value)[] London =
    [
        ("BEGIN", "VTIMEZONE"), ("TZID", "Europe/London"),
        ("BEGIN", "DAYLIGHT"), ("DTSTART", "19960331T010000"), ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0100"), ("TZNAME", "BST"), ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"), ("DTSTART", "19961027T020000"), ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0100"), ("TZOFFSETTO", "+0000"), ("TZNAME", "GMT"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ];

    /// <param name="demo">Whether the data is made up; then every entry says so.</param>
    public static string Of(OpportunityAnswer item, bool demo)
    {
        var text = new CalendarText();
        text.Line("BEGIN", "VCALENDAR");
        text.Line("VERSION", "2.0");
        text.Line("PRODID", "-//Signposting//Signposting v1//EN");
        text.Line("CALSCALE", "GREGORIAN");
        text.Text("X-WR-CALNAME", item.Name);
        foreach (var (name, value) in London)
            text.Line(name, value);
        var description = DescriptionOf(item, demo);
        foreach (var session in item.Sessions)
            AddEvent(text, item, session, description);
        text.Line("END", "VCALENDAR");
        return text.ToString();
    }

    private static void AddEvent(CalendarText text, OpportunityAnswer item, SessionAnswer session, string description)
    {
        text.Line("BEGIN", "VEVENT");
        // The same session has the same UID each time, so that a diary replaces it instead of adding it again.
        text.Line("UID", $"{item.Id}-{CalendarText.Instant(session.Start)}@signposting");
        text.Time("DTSTAMP", item.Provenance.Max(provenance => provenance.HarvestedAt));
        text.Time("DTSTART", session.Start);
        if (session.End is { } end && end > session.Start)
            text.Time("DTEND", end);
        text.Text("SUMMARY", SummaryOf(item, session));
        text.Line("STATUS", session.Status switch { "cancelled" => "CANCELLED", "postponed" => "TENTATIVE", _ => "CONFIRMED" });
        text.Text("DESCRIPTION", description);
        text.Text("LOCATION", LocationOf(item));
        if (item.Location is { Lat: { } lat, Lon: { } lon })
            text.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{lat:0.######};{lon:0.######}"));
        text.Text("CONTACT", ContactOf(item));
        if ((item.Links.Web ?? item.Links.Book) is { } url)
            text.Line("URL", url);
        text.Line("END", "VEVENT");
    }

    // Many diaries do not show STATUS.
    private static string SummaryOf(OpportunityAnswer item, SessionAnswer session) => session.Status switch
    {
        "cancelled" => $"Cancelled: {item.Name ?? item.Id}",
        "postponed" => $"Postponed: {item.Name ?? item.Id}",
        _ => item.Name ?? item.Id,
    };

    private static string DescriptionOf(OpportunityAnswer item, bool demo)
    {
        var lines = new List<string?> { demo ? "This is made-up data of a demonstration." : null, item.Description, item.Price is { } price ? $"Price: {price.Text}" : null, ContactOf(item) is { } contact ? $"Contact: {contact}" : null };
        lines.AddRange(item.Provenance.Select(provenance => $"Data: {provenance.Publisher ?? provenance.Dataset}, {provenance.Dataset}{(provenance.Licence is null ? "" : $", licence {provenance.Licence}")}"));
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    private static string? LocationOf(OpportunityAnswer item) =>
        item.Location is { } place ? Joined(place.Name, place.Address, place.Postcode) : item.Attendance == "online" ? "Online" : null;

    private static string? ContactOf(OpportunityAnswer item) => item.Organizer is { } organizer ? Joined(organizer.Name, organizer.Telephone, organizer.Email) : null;

    private static string? Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;
}
