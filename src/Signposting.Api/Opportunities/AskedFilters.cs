using System.Text.Json.Serialization;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>What a person needs, in the words of the contract: what the query echoes and a cursor carries. Absent: not asked for.</summary>
internal sealed record AskedFilters
{
    public static AskedFilters None { get; } = new();

    public IReadOnlyList<string>? Day { get; init; }

    public TimeOnly? StartAfter { get; init; }

    public TimeOnly? StartBefore { get; init; }

    /// <summary>Years.</summary>
    public int? Age { get; init; }

    public string? Gender { get; init; }

    /// <summary>Only what is stated to be for women alone. The page asks for it; REST has no parameter for it, and no answer echoes it.</summary>
    [JsonIgnore]
    public bool WomenOnly { get; init; }

    public string? Level { get; init; }

    public IReadOnlyList<string>? Accessibility { get; init; }

    public bool? Wheelchair { get; init; }

    public bool? Free { get; init; }

    /// <summary>Pounds.</summary>
    public decimal? MaxPrice { get; init; }

    public bool? Coached { get; init; }

    public string? Setting { get; init; }

    public bool? HasSpaces { get; init; }

    public string? Q { get; init; }

    public bool? Stated { get; init; }

    /// <summary>As the store understands them.</summary>
    /// <param name="setting">Activities of the wanted setting, when one is asked for.</param>
    public OpportunityFilters ToFilters(ActivitySetting? setting) => new()
    {
        Days = (Day ?? []).Select(word => (DayOfWeek)((SearchParameters.Day.IndexOf(word) + 1) % 7)).ToHashSet(),
        StartAfter = StartAfter,
        StartBefore = StartBefore,
        Age = Age,
        Gender = Gender is null ? null : Gender == "female" ? Store.Opportunities.GenderRestriction.Female : Store.Opportunities.GenderRestriction.Male,
        OnlyFor = WomenOnly ? Store.Opportunities.GenderRestriction.Female : null,
        Levels = Level is null ? Levels.None : (Levels)(1 << SearchParameters.Level.IndexOf(Level)),
        Accessibility = (Accessibility)(Accessibility ?? []).Aggregate(0, (bits, word) => bits | (1 << SearchParameters.AccessibilitySupport.IndexOf(word))),
        Wheelchair = Wheelchair,
        Free = Free,
        MaxPrice = MaxPrice,
        Coached = Coached,
        Setting = setting,
        HasSpaces = HasSpaces == true,
        Words = Q is null ? null : SearchWords.Read(Q),
        StatedOnly = Stated == true,
    };
}
