using Signposting.Api.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>An opportunity as callers see it. Absent means that its publisher does not state it.</summary>
internal record OpportunityAnswer
{
    /// <summary>Stable across harvests.</summary>
    public required string Id { get; init; }

    /// <summary><c>session</c>, <c>course</c>, <c>event</c>, <c>facility</c> or <c>on-demand</c>.</summary>
    public required string Kind { get; init; }

    public string? Name { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<ActivityAnswer>? Activity { get; init; }

    /// <summary>Metres from the place asked for, in a straight line; absent without a place and for online ones.</summary>
    public long? DistanceMetres { get; init; }

    public LocationAnswer? Location { get; init; }

    public OrganizerAnswer? Organizer { get; init; }

    /// <summary>The next sessions in the window, in order of time.</summary>
    public required IReadOnlyList<SessionAnswer> Sessions { get; init; }

    /// <summary>False: its publisher publishes no times at all; ask the organiser.</summary>
    public required bool TimesPublished { get; init; }

    /// <summary>When it usually happens, in words.</summary>
    public string? Schedule { get; init; }

    public PriceAnswer? Price { get; init; }

    public required AgeRangeAnswer AgeRange { get; init; }

    /// <summary><c>none</c>, <c>female</c> or <c>male</c>.</summary>
    public string? GenderRestriction { get; init; }

    /// <summary>As the publisher words them: <c>Beginner</c>, <c>All</c>. Absent: not stated.</summary>
    public IReadOnlyList<string>? Level { get; init; }

    /// <summary>Needs for which support is offered, as the publisher words them; empty: stated to be none. Absent: not stated.</summary>
    public IReadOnlyList<string>? AccessibilitySupport { get; init; }

    /// <summary>The publisher's own words on access.</summary>
    public string? AccessibilityInformation { get; init; }

    /// <summary>Accessible by wheelchair, or stated not to be. Absent: not stated.</summary>
    public bool? Wheelchair { get; init; }

    /// <summary>Led by a coach or instructor, or stated not to be. Absent: not stated.</summary>
    public bool? Coached { get; init; }

    /// <summary><c>in-person</c>, <c>online</c> or <c>mixed</c>.</summary>
    public required string Attendance { get; init; }

    /// <summary>Where to meet, in the publisher's words.</summary>
    public string? MeetingPoint { get; init; }

    /// <summary>What to bring or do before, in the publisher's words.</summary>
    public string? AttendeeInstructions { get; init; }

    /// <summary>Which of these properties no property of the record states, only the words of its name.</summary>
    public IReadOnlyList<InferenceAnswer>? Inferred { get; init; }

    /// <summary>For the conditions asked for; absent when none was.</summary>
    public SuitabilityAnswer? Suitability { get; init; }

    /// <summary>How much of what social prescribing needs its publisher states.</summary>
    public required ReadinessAnswer Readiness { get; init; }

    /// <summary>What a link worker would ask about and the publisher does not state. Not stated is not no.</summary>
    public required IReadOnlyList<string> NotStated { get; init; }

    public required IReadOnlyList<ProvenanceAnswer> Provenance { get; init; }

    public required LinksAnswer Links { get; init; }
}

/// <summary>An activity of an opportunity.</summary>
internal sealed record ActivityAnswer
{
    /// <summary>Of the OpenActive activity list; absent when the publisher's word is not in it.</summary>
    public string? Id { get; init; }

    public required string PrefLabel { get; init; }

    /// <summary><c>published</c>: the publisher says so. <c>inferred</c>: from the words of its name or description.</summary>
    public required string Origin { get; init; }

    /// <summary>The words that it was inferred from.</summary>
    public string? Words { get; init; }
}

/// <summary>A property whose value comes from words.</summary>
internal sealed record InferenceAnswer
{
    /// <summary>Its name here: <c>ageRange</c>, <c>genderRestriction</c>, <c>level</c>, <c>price</c>, <c>attendance</c> or <c>coached</c>.</summary>
    public required string Property { get; init; }

    /// <summary>The words: "over 50s".</summary>
    public required string Words { get; init; }
}

/// <summary>A venue; WGS84 degrees.</summary>
internal sealed record LocationAnswer
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    /// <summary>What the venue has, in plain words: <c>toilets</c>.</summary>
    public IReadOnlyList<string>? Amenities { get; init; }
}

/// <summary>Whom to contact.</summary>
internal sealed record OrganizerAnswer
{
    public string? Name { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Url { get; init; }
}

/// <summary>One dated occurrence, in London's time.</summary>
internal sealed record SessionAnswer
{
    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>Places left; 0: full. Absent: not stated.</summary>
    public int? RemainingPlaces { get; init; }

    /// <summary><c>scheduled</c>, <c>cancelled</c>, <c>postponed</c> or <c>rescheduled</c>.</summary>
    public required string Status { get; init; }
}

/// <summary>What it costs over all its offers, concessions included.</summary>
internal sealed record PriceAnswer
{
    /// <summary>Of the cheapest offer, in units of the currency.</summary>
    public decimal? Min { get; init; }

    /// <summary>Of the dearest offer, in units of the currency.</summary>
    public decimal? Max { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Nobody pays.</summary>
    public required bool Free { get; init; }

    public required string Text { get; init; }
}

/// <summary>Ages in years, both included.</summary>
internal sealed record AgeRangeAnswer
{
    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>The publisher states none, and the standard then reads 18 and over.</summary>
    public required bool Assumed { get; init; }
}

/// <summary>Where a record comes from and how fresh it is.</summary>
internal sealed record ProvenanceAnswer
{
    /// <summary>
    /// Present when several publishers have a record of this class: the id of theirs, which leads here too. The first of them says
    /// all that is told here.
    /// </summary>
    public string? Id { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The dataset site.</summary>
    public required string Dataset { get; init; }

    public string? Licence { get; init; }

    /// <summary>When the publisher changed it.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>When this service last read the record with a change.</summary>
    public required DateTimeOffset HarvestedAt { get; init; }

    /// <summary>When its feed last answered.</summary>
    public DateTimeOffset? FeedCheckedAt { get; init; }

    /// <summary>What was put right while reading.</summary>
    public required IReadOnlyList<string> Repairs { get; init; }
}

/// <summary>How much of what OpenActive's profile for social prescribing requires is stated.</summary>
internal sealed record ReadinessAnswer
{
    /// <summary>From 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Properties of the profile that are not stated, in their alphabetical order; what was only inferred is not stated.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}

/// <summary>Where to go on.</summary>
internal sealed record LinksAnswer
{
    public required string Self { get; init; }

    /// <summary>The publisher's page of it.</summary>
    public string? Web { get; init; }

    /// <summary>Where to book.</summary>
    public string? Book { get; init; }

    /// <summary>Its sessions as iCalendar.</summary>
    public required string Calendar { get; init; }
}
