using Signposting.Api.Conditions;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Leaflets;
using Signposting.Api.SearchPage.Wording;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Details;

/// <summary>From what the store found to its page.</summary>
internal static class ActivityModels
{
    public static ActivityModel Of(LookUp.Here here, SuitabilityAnswer? suitability, SearchOrigin origin, ListState list, DateTimeOffset now)
    {
        var item = OpportunityAnswers.Of(here.Opportunity, here.Sessions) with { Suitability = suitability };
        var description = here.Opportunity.Description;
        return new ActivityModel
        {
            Card = ActivityCards.Of(item, now, origin.Token),
            Token = origin.Token,
            List = list,
            IsCancelled = ReadStatus.Of(item.Id, here, null).Status == "cancelled",
            Verdict = suitability is null ? null : VerdictOf(suitability),
            Guidance = origin.Conditions is { } conditions ? [.. GuidanceAnswer.Of(conditions).Select(guidance => GuidanceItem.Of(guidance, key => NameOf(conditions, key)))] : [],
            Conditions = origin.Conditions is { } asked ? InSentence([.. asked.Asked.Select(one => one.Condition.Name)]) : null,
            Sessions = [.. item.Sessions.Select(session => LineOf(session, now))],
            TimesPublished = item.TimesPublished,
            HasMoreSessions = here.More is not null,
            Habit = PublisherText.Line(item.Schedule) is { } schedule ? HabitWords.Of(schedule) : null,
            SchedulingNote = PublisherText.Lines(description.SchedulingNote),
            Place = LeafletWords.PlaceOf(item),
            IsOnline = item.Attendance == "online",
            MeetingPoint = PublisherText.Lines(item.MeetingPoint),
            Venue = VenueOf(item, description),
            Directions = Directions.To(item.Location),
            Accessibility = AccessibilityOf(item),
            AccessibilityText = PublisherText.Lines(item.AccessibilityInformation),
            Bring = PublisherText.Lines(item.AttendeeInstructions),
            Contact = ContactWords.Of(item.Organizer),
            Book = item.Links.Book,
            Web = item.Links.Web,
            Calendar = item.Links.Calendar,
            Description = PublisherText.Lines(item.Description),
            Readings = [.. ReadingsOf(item)],
            NotStated = NotStatedWords.Of(item.NotStated),
            Sources = [.. item.Provenance.Select(provenance => SourceOf(provenance, now))],
        };
    }

    private static string InSentence(string[] names) => names switch
    {
        [var one] => one,
        [.. var all, var last] => $"{string.Join(", ", all)} and {last}",
        _ => "",
    };

    private static string NameOf(Suitability.Conditions.ConditionSet conditions, string key) =>
        conditions.Asked.FirstOrDefault(asked => asked.Condition.Key == key)?.Condition.Name ?? key;

    private static VerdictModel VerdictOf(SuitabilityAnswer suitability)
    {
        var (text, tag) = VerdictWords.Of(suitability.Verdict);
        return new VerdictModel(text, tag, suitability.Entry == "by-referral", [.. suitability.Reasons.Select(LineOf).Distinct()], [.. suitability.Cautions.Select(LineOf).Distinct()]);
    }

    private static SourcedLine LineOf(ReasonAnswer reason) =>
        new(reason.Text, reason.Source.Year is { } year ? $"{reason.Source.Title} ({year})" : reason.Source.Title, reason.Source.Url);

    private static SessionLine LineOf(SessionAnswer session, DateTimeOffset now)
    {
        var hours = session.End is { } end && end > session.Start && end - session.Start < TimeSpan.FromHours(24)
            ? $"{WhenWords.Clock(session.Start)} to {WhenWords.Clock(end)}"
            : WhenWords.Clock(session.Start);
        var status = session.Status switch { "cancelled" => "Cancelled", "postponed" => "Postponed", "rescheduled" => "New time", _ => null };
        return new SessionLine(WhenWords.Day(session.Start, now), hours, status, session.RemainingPlaces switch
        {
            null => null,
            <= 0 => "Full",
            1 => "1 place left",
            var places => $"{places} places left",
        });
    }

    private static ContactWords? VenueOf(OpportunityAnswer item, Description description) =>
        item.Location is not null && description.Place is { Telephone: not null } place
            ? ContactWords.Of(new OrganizerAnswer { Telephone = place.Telephone })
            : null;

    private static Fact[] AccessibilityOf(OpportunityAnswer item) =>
    [
        new("Wheelchair access", item.Wheelchair switch { true => "Yes", false => "No", null => null }),
        new("Support offered for", item.AccessibilitySupport is { Count: > 0 } support ? PublisherText.Line(string.Join(", ", support)) : null),
        new("At the venue", item.Location?.Amenities is { Count: > 0 } amenities ? PublisherText.Line(string.Join(", ", amenities)) : null),
    ];

    private static IEnumerable<string> ReadingsOf(OpportunityAnswer item)
    {
        foreach (var activity in (item.Activity ?? []).Where(activity => activity.Words is not null))
            yield return $"The activity ({PublisherText.Line(activity.PrefLabel, 80)}): from the words “{PublisherText.Line(activity.Words, 80)}”";
        foreach (var inference in item.Inferred ?? [])
            yield return $"{WordOf(inference.Property)}: from the words “{PublisherText.Line(inference.Words, 80)}”";
    }

    private static string WordOf(string property) => property switch
    {
        "ageRange" => "The ages",
        "genderRestriction" => "Whom it is for",
        "level" => "The level",
        "price" => "The cost",
        "attendance" => "That it is online",
        _ => "Whether somebody leads it",
    };

    private static SourceModel SourceOf(ProvenanceAnswer provenance, DateTimeOffset now) => new(
        PublisherText.Line(provenance.Publisher, PublisherText.LongestName) ?? "a publisher that does not give its name",
        WebAddress(provenance.Dataset),
        WebAddress(provenance.Licence),
        provenance.Licence is null ? null : provenance.Licence.Contains("/by/4.0", StringComparison.Ordinal) ? "CC BY 4.0" : PublisherText.Line(provenance.Licence, 80),
        FreshnessWords.Of(provenance, now),
        FreshnessWords.IsStale(provenance, now),
        [.. provenance.Repairs.Select(repair => PublisherText.Line(repair)).OfType<string>()]);

    private static string? WebAddress(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? url : null;
}
