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
    public static ActivityCard Of(OpportunityAnswer item, DateTimeOffset now, string? token = null, int number = 0)
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
            Distance = item.DistanceMetres is { } metres ? DistanceWords.Of(metres) : null,
            When = WhenOf(item, next, now),
            Schedule = PublisherText.Line(item.Schedule, PublisherText.LongestName),
            Places = PlacesOf(next),
            Cost = CostWords.Of(item.Price),
            Who = WhoWords.Of(item),
            Verdict = item.Suitability is { } suitability ? VerdictOf(suitability) : null,
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

    private static CardVerdict VerdictOf(SuitabilityAnswer suitability)
    {
        var (text, tag) = VerdictWords.Of(suitability.Verdict);
        return new CardVerdict(
            text, tag,
            [.. suitability.Reasons.Select(reason => reason.Text).Distinct(StringComparer.Ordinal)],
            [.. suitability.Cautions.Select(caution => caution.Text).Distinct(StringComparer.Ordinal)],
            suitability.Entry == "by-referral");
    }
}
