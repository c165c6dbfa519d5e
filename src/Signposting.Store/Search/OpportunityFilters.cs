using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// What a person needs. An unknown value matches, and is noted on the result, unless <see cref="StatedOnly"/>:
/// most publishers state little, and "not stated" is not "no".
/// </summary>
public sealed record OpportunityFilters
{
    public static OpportunityFilters None { get; } = new();

    /// <summary>Years. Where no ages are stated the standard's 18 and over is assumed.</summary>
    public int? Age { get; init; }

    /// <summary>The person's: drops what is restricted to others.</summary>
    public GenderRestriction? Gender { get; init; }

    /// <summary>Only what is stated to be for these alone. Unlike the others it never lets pass what is not stated: hardly any that does not say so is.</summary>
    public GenderRestriction? OnlyFor { get; init; }

    /// <summary>Any of these.</summary>
    public Levels Levels { get; init; }

    /// <summary>All of these.</summary>
    public Accessibility Accessibility { get; init; }

    public bool? Wheelchair { get; init; }

    public bool? Free { get; init; }

    /// <summary>Pounds; the cheapest offer counts.</summary>
    public decimal? MaxPrice { get; init; }

    public bool? Coached { get; init; }

    /// <summary>Activities that are done in the wanted setting; an activity in none of the two sets is unknown.</summary>
    public ActivitySetting? Setting { get; init; }

    /// <summary>Sessions that are not full.</summary>
    public bool HasSpaces { get; init; }

    /// <summary>Days of the week in Europe/London; empty: any.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } = new HashSet<DayOfWeek>();

    /// <summary>Local start, this time or later.</summary>
    public TimeOnly? StartAfter { get; init; }

    /// <summary>Local start, before this time.</summary>
    public TimeOnly? StartBefore { get; init; }

    /// <summary>All of these words occur in name, description, organiser, venue or activity.</summary>
    public SearchWords? Words { get; init; }

    public bool StatedOnly { get; init; }

    /// <summary>Whether only some times of the window count.</summary>
    public bool HasTimes => Days.Count > 0 || StartAfter is not null || StartBefore is not null;
}

/// <summary>Ids of activities by where they are done.</summary>
/// <param name="Wanted">Done in the wanted setting.</param>
/// <param name="Known">Those whose setting is known at all.</param>
public sealed record ActivitySetting(IReadOnlySet<string> Wanted, IReadOnlySet<string> Known);

[Flags]
public enum Levels : byte
{
    None = 0,
    Beginner = 1,
    Intermediate = 2,
    Advanced = 4,
    All = 7,
}

/// <summary>The concepts of OpenActive's accessibility-support list.</summary>
[Flags]
public enum Accessibility : byte
{
    None = 0,
    Visual = 1,
    Hearing = 2,
    Physical = 4,
    Learning = 8,
    MentalHealth = 16,
    Social = 32,
}

/// <summary>Filters that a result passed only because its record says nothing.</summary>
[Flags]
public enum Unstated : ushort
{
    None = 0,
    Age = 1,
    Gender = 2,
    Level = 4,
    Accessibility = 8,
    Wheelchair = 16,
    Free = 32,
    MaxPrice = 64,
    Coached = 128,
    Setting = 256,
    HasSpaces = 512,
    Times = 1024,
}
