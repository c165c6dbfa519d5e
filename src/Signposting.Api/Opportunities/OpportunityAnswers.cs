using Signposting.Api.Hosting;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>Turns what the store found into what callers see.</summary>
internal static class OpportunityAnswers
{
    public const string Path = "/v1/opportunities";

    public static OpportunityAnswer Of(Found found, AskedFilters asked) =>
        Of(found.Opportunity, found.Sessions, found.DistanceMetres, found.Unstated, asked);

    public static OpportunityAnswer Of(
        Opportunity opportunity, IReadOnlyList<Session> sessions, double? distanceMetres = null, Unstated unstated = Unstated.None, AskedFilters? asked = null)
    {
        var description = opportunity.Description;
        var price = PriceSummary.Of(description);
        var times = sessions.Select(SessionOf).ToArray();
        return new OpportunityAnswer
        {
            Id = opportunity.Id,
            Kind = opportunity.Type.Kind().Word(),
            Name = description.Name,
            Description = description.Text,
            Activity = description.Activities?.Select(ActivityOf).ToArray(),
            DistanceMetres = distanceMetres is { } metres ? (long)Math.Round(metres) : null,
            Location = LocationOf(description),
            Organizer = OrganizerOf(description.Organizer),
            Sessions = times,
            TimesPublished = opportunity.TimesPublished,
            Schedule = description.Schedule ?? ScheduleText.Of(times),
            Price = price,
            AgeRange = AgeRangeOf(description.AgeRange),
            GenderRestriction = WordOf(description.Gender),
            Level = description.Levels,
            AccessibilitySupport = description.AccessibilitySupport,
            AccessibilityInformation = description.AccessibilityInformation,
            Wheelchair = description.IsWheelchairAccessible,
            Coached = description.IsCoached,
            Attendance = WordOf(description.Attendance),
            MeetingPoint = description.MeetingPoint,
            AttendeeInstructions = description.AttendeeInstructions,
            Inferred = description.Inferred?.Select(inference => new InferenceAnswer { Property = inference.About, Words = inference.Words }).ToArray(),
            Readiness = Readiness.Of(description, sessions),
            NotStated = NotStated.Of(description, price, unstated, asked),
            Provenance = opportunity.Provenance.Select(provenance => ProvenanceOf(provenance, opportunity.Provenance.Count > 1)).ToArray(),
            Links = LinksOf(opportunity.Id, description, sessions),
        };
    }

    /// <summary>Each publisher, dataset and licence once, in the order of the items.</summary>
    public static IReadOnlyList<AttributionAnswer> AttributionOf(IEnumerable<OpportunityAnswer> items) => items
        .SelectMany(item => item.Provenance)
        .Select(provenance => new AttributionAnswer { Publisher = provenance.Publisher, Dataset = provenance.Dataset, Licence = provenance.Licence })
        .Distinct()
        .ToArray();

    private static ActivityAnswer ActivityOf(Activity activity) => new() { Id = activity.Id, PrefLabel = activity.Label, Origin = activity.Words is null ? "published" : "inferred", Words = activity.Words };

    // The venue of something that happens online is not where one goes.
    private static LocationAnswer? LocationOf(Description description) => description is { Attendance: not AttendanceMode.Online, Place: { } place }
        ? new LocationAnswer
        {
            Name = place.Name,
            Address = AddressOf(place),
            Postcode = place.Postcode,
            Lat = place.Lat,
            Lon = place.Lon,
            Amenities = place.Amenities,
        }
        : null;

    private static string? AddressOf(Place place) => (place.Address, place.Locality) switch
    {
        (null, var locality) => locality,
        (var address, null) => address,
        var (address, locality) => address.Contains(locality, StringComparison.OrdinalIgnoreCase) ? address : $"{address}, {locality}",
    };

    private static OrganizerAnswer? OrganizerOf(Organizer? organizer) => organizer is null ? null : new OrganizerAnswer
    {
        Name = organizer.Name,
        Telephone = organizer.Telephone,
        Email = organizer.Email,
        Url = WebAddress(organizer.Url),
    };

    /// <summary>A session as callers see it.</summary>
    public static SessionAnswer SessionOf(Session session) => new()
    {
        Start = LondonTime.Of(session.Start),
        End = session.End is { } end ? LondonTime.Of(end) : null,
        RemainingPlaces = session.RemainingPlaces,
        Status = WordOf(session.Status),
    };

    // Modelling Opportunity Data: an absent age range means adults, 18 and over.
    private static AgeRangeAnswer AgeRangeOf(AgeRange? range) => range is null
        ? new AgeRangeAnswer { Min = 18, Assumed = true }
        : new AgeRangeAnswer { Min = range.Min, Max = range.Max, Assumed = false };

    private static ProvenanceAnswer ProvenanceOf(Provenance provenance, bool withId) => new()
    {
        Id = withId ? provenance.Id : null,
        Publisher = provenance.Publisher,
        Dataset = provenance.Dataset,
        Licence = provenance.Licence,
        Modified = provenance.Modified is { } modified ? LondonTime.Of(modified) : null,
        HarvestedAt = LondonTime.Of(provenance.HarvestedAt),
        FeedCheckedAt = provenance.FeedCheckedAt is { } checkedAt ? LondonTime.Of(checkedAt) : null,
        Repairs = provenance.Repairs,
    };

    private static LinksAnswer LinksOf(string id, Description description, IReadOnlyList<Session> sessions) => new()
    {
        Self = $"{Path}/{id}",
        Calendar = $"{Path}/{id}/calendar",
        Web = WebAddress(description.Url) ?? WebAddress(description.OnlineUrl),
        Book = (description.Offers ?? []).Select(offer => WebAddress(offer.Url)).FirstOrDefault(url => url is not null)
            ?? sessions.Select(session => WebAddress(session.Url)).FirstOrDefault(url => url is not null),
    };

    // A publisher's link must never become a script in a caller's page.
    private static string? WebAddress(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? url : null;

    private static string WordOf(SessionStatus status) => status switch
    {
        SessionStatus.Cancelled => "cancelled",
        SessionStatus.Postponed => "postponed",
        SessionStatus.Rescheduled => "rescheduled",
        _ => "scheduled",
    };

    private static string? WordOf(GenderRestriction? gender) => gender switch
    {
        GenderRestriction.None => "none",
        GenderRestriction.Female => "female",
        GenderRestriction.Male => "male",
        _ => null,
    };

    // Modelling Opportunity Data: an absent attendance mode means offline.
    private static string WordOf(AttendanceMode? mode) => mode switch
    {
        AttendanceMode.Online => "online",
        AttendanceMode.Mixed => "mixed",
        _ => "in-person",
    };
}
