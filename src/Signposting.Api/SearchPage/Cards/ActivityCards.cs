using Signposting.Api.Conditions;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Cards;

/// <summary>From an answer to its card.</summary>
internal static class ActivityCards
{
    public const string NameNotStated = "Activity without a name";

    /// <param name="now">In London.</param>
    /// <param name="token">Of the search; null: the card leads to a page without conditions.</param>
    /// <param name="search">What the card is an answer to; null: it stands on a page of its own.</param>
    public static ActivityCard Of(OpportunityAnswer item, DateTimeOffset now, string? token = null, int number = 0, CardSearch? search = null)
    {
        var provenance = item.Provenance[0];
        var next = item.Sessions.FirstOrDefault(session => session.Status is "scheduled" or "rescheduled");
        return new ActivityCard
        {
            Id = item.Id,
            Name = NameOf(item),
            Address = PagePaths.OfActivity(item.Id, token),
            Activities = item.Activity is null ? null : PublisherText.Line(string.Join(", ", item.Activity.Select(activity => activity.PrefLabel)), PublisherText.LongestName),
            Kind = KindOf(item.Kind),
            Where = WhereOf(item),
            Venue = VenueOf(item),
            Distance = item.DistanceMetres is { } metres ? DistanceWords.Of(metres) : null,
            When = WhenOf(item, next, now),
            Schedule = PublisherText.Line(item.Schedule, PublisherText.LongestName),
            Places = PlacesOf(next),
            Cost = CostWords.Of(item.Price),
            CostNote = CostWords.NoteOf(item.Price, search?.MaxPrice),
            Who = WhoWords.Of(item),
            Verdict = item.Suitability is { } suitability ? VerdictOf(suitability, search) : null,
            // Each has its own line on the card, or none of its own.
            NotStated = NotStatedWords.InSentence(item.NotStated.Where(name => name is not "description")),
            Freshness = FreshnessWords.Of(provenance, now),
            IsStale = FreshnessWords.IsStale(provenance, now),
            Lat = item.Location?.Lat,
            Lon = item.Location?.Lon,
            Number = number,
        };
    }

    public static string NameOf(OpportunityAnswer item) => PublisherText.Line(item.Name, PublisherText.LongestName) ?? NameNotStated;

    public static string WhereOf(OpportunityAnswer item)
    {
        if (item.Attendance == "online")
            return "Online";
        var place = item.Location;
        string?[] parts = [PublisherText.Line(place?.Name, PublisherText.LongestName), PublisherText.Line(place?.Address), PublisherText.Line(place?.Postcode, 10)?.Replace(' ', '\u00A0')];
        var known = parts.OfType<string>().ToArray();
        var where = known.Length == 0 ? "Place not stated" : string.Join(", ", known);
        return item.Attendance == "mixed" ? $"{where}, or online" : where;
    }

    private static string VenueOf(OpportunityAnswer item)
    {
        if (item.Attendance == "online" || PublisherText.Line(item.Location?.Name, PublisherText.LongestName) is not { } name)
            return WhereOf(item);
        var venue = PublisherText.Line(item.Location?.Postcode, 10) is { } postcode ? $"{name}, {postcode.Replace(' ', '\u00A0')}" : name;
        return item.Attendance == "mixed" ? $"{venue}, or online" : venue;
    }

    private static string? KindOf(string kind) => kind switch
    {
        "course" => "Course",
        "event" => "Event",
        "facility" => "Court, pitch or room to hire",
        "on-demand" => "On demand",
        _ => null,
    };

    private static string WhenOf(OpportunityAnswer item, SessionAnswer? next, DateTimeOffset now) => next switch
    {
        not null => WhenWords.Of(next, now),
        null when !item.TimesPublished => "Times are not published: ask who runs it",
        null when item.Sessions.Count > 0 => "The next sessions are cancelled",
        _ => "No session in the days you chose",
    };

    private static string? PlacesOf(SessionAnswer? next) => next?.RemainingPlaces switch
    {
        null => null,
        <= 0 => "Full",
        1 => "1 place left",
        var places => $"{places} places left",
    };

    private static CardVerdict VerdictOf(SuitabilityAnswer suitability, CardSearch? search)
    {
        var (text, tag) = VerdictWords.Of(suitability.Verdict);
        return new CardVerdict(
            text, tag,
            ReasonsOf(suitability.Reasons, search),
            ReasonsOf(suitability.Cautions, search),
            suitability.Entry == "by-referral");
    }

    private static CardReason[] ReasonsOf(IEnumerable<ReasonAnswer> reasons, CardSearch? search) =>
    [
        .. reasons.GroupBy(reason => reason.Text, StringComparer.Ordinal).Select(same => new CardReason(
            search is { Conditions.Count: > 1 } && same.Select(reason => reason.Condition).OfType<string>().Select(key => search.Conditions.GetValueOrDefault(key, key)).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } names
                ? string.Join(", ", names)
                : null,
            same.Key)),
    ];
}
