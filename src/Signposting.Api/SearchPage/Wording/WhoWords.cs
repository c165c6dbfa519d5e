using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>Whom it is for.</summary>
internal static class WhoWords
{
    /// <summary>What is stated, each in a few words: "Aged 50 and over", "Women only", "Beginners". What is not stated is not here.</summary>
    public static IReadOnlyList<string> Of(OpportunityAnswer item)
    {
        string?[] all = [Ages(item.AgeRange), Gender(item.GenderRestriction), Levels(item.Level), item.Coached == true ? "Led by an instructor" : null];
        return [.. all.OfType<string>()];
    }

    /// <summary>Null: for adults, as the standard reads what is not stated.</summary>
    public static string? Ages(AgeRangeAnswer ages) => ages switch
    {
        { Assumed: true } => null,
        { Min: null or 0, Max: null } => "All ages",
        { Min: { } min, Max: null } => $"Aged {min} and over",
        { Min: null or 0, Max: { } max } => $"Aged {max} and under",
        { Min: { } min, Max: { } max } => $"Aged {min} to {max}",
    };

    public static string? Gender(string? restriction) => restriction switch
    {
        "female" => "Women only",
        "male" => "Men only",
        "none" => "Women and men",
        _ => null,
    };

    private static string? Levels(IReadOnlyList<string>? levels) =>
        levels is null or [] ? null : PublisherText.Line($"Level: {string.Join(", ", levels).ToLowerInvariant()}", 80);
}
