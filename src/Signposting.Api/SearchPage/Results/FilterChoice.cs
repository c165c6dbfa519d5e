using Signposting.Api.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Results;

/// <summary>Something that can be ticked among the filters.</summary>
/// <param name="Field">The name in the form.</param>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">In the panel.</param>
/// <param name="Tag">Among the filters that are applied.</param>
/// <param name="Subject">What a record must state for it to be counted.</param>
/// <param name="IsChosen">Whether filters have it.</param>
/// <param name="Choose">Filters with it, for its count.</param>
/// <param name="Remove">Filters without it.</param>
internal sealed record FilterChoice(
    string Field, string Value, string Text, string Tag, Unstated Subject, Func<AskedFilters, bool> IsChosen, Func<AskedFilters, AskedFilters> Choose, Func<AskedFilters, AskedFilters> Remove)
{
    public string Id => $"filter-{Field}-{Value}";
}

/// <summary>All of them, as the panel shows them.</summary>
internal static class FilterChoices
{
    public static readonly TimeOnly Midday = new(12, 0);
    public static readonly TimeOnly Evening = new(17, 0);

    public static readonly IReadOnlyList<FilterChoice> Cost =
    [
        new("cost", "free", "Free", "Free", Unstated.Free, f => f.Free == true, f => f with { Free = true, MaxPrice = null }, f => f with { Free = null }),
        .. new[] { 3m, 5m, 10m }.Select(UpTo),
    ];

    public static readonly IReadOnlyList<FilterChoice> Days = [.. new[]
    {
        ("mon", "Monday"), ("tue", "Tuesday"), ("wed", "Wednesday"), ("thu", "Thursday"), ("fri", "Friday"), ("sat", "Saturday"), ("sun", "Sunday"),
    }.Select(day => new FilterChoice("day", day.Item1, day.Item2, day.Item2, Unstated.Times, f => f.Day?.Contains(day.Item1) == true, f => f with { Day = [day.Item1] }, f => f with { Day = Without(f.Day, day.Item1) }))];

    public static readonly IReadOnlyList<FilterChoice> Times =
    [
        Time("morning", "Morning (before midday)", "Morning", null, Midday),
        Time("afternoon", "Afternoon (midday to 5pm)", "Afternoon", Midday, Evening),
        Time("evening", "Evening (from 5pm)", "Evening", Evening, null),
    ];

    public static readonly IReadOnlyList<FilterChoice> People =
    [
        new("level", "beginner", "Beginners welcome", "Beginners welcome", Unstated.Level, f => f.Level == "beginner", f => f with { Level = "beginner" }, f => f with { Level = null }),
        new("women", "true", "Women only", "Women only", Unstated.None, f => f.WomenOnly, f => f with { WomenOnly = true }, f => f with { WomenOnly = false }),
        new("coached", "true", "Led by an instructor", "Led by an instructor", Unstated.Coached, f => f.Coached == true, f => f with { Coached = true }, f => f with { Coached = null }),
    ];

    public static readonly IReadOnlyList<FilterChoice> Access =
    [
        new("wheelchair", "true", "Wheelchair accessible", "Wheelchair accessible", Unstated.Wheelchair, f => f.Wheelchair == true, f => f with { Wheelchair = true }, f => f with { Wheelchair = null }),
        Support("physical", "Physical impairment"), Support("visual", "Sight loss"), Support("hearing", "Hearing loss"),
        Support("learning", "Learning disability"), Support("mental-health", "Mental health condition"), Support("social", "Social impairment"),
    ];

    public static readonly IReadOnlyList<FilterChoice> Settings =
    [
        Setting("indoor", "Indoors"), Setting("outdoor", "Outdoors"),
    ];

    /// <summary>Those that have a count.</summary>
    public static readonly IReadOnlyList<FilterChoice> All = [.. Cost, .. Days, .. Times, .. People, .. Access, .. Settings];

    /// <summary>A name for a choice among all: "cost-5".</summary>
    public static string ValueOf(FilterChoice choice) => $"{choice.Field}-{choice.Value}";

    /// <summary>Null: there is none of this name.</summary>
    public static FilterChoice? Find(string value) => All.FirstOrDefault(choice => ValueOf(choice) == value);

    private static FilterChoice UpTo(decimal pounds) => new(
        "cost", $"{pounds:0}", $"£{pounds:0} or less, lowest price", $"£{pounds:0} or less (lowest price)", Unstated.MaxPrice,
        f => f.MaxPrice == pounds, f => f with { Free = null, MaxPrice = pounds }, f => f with { MaxPrice = null });

    private static FilterChoice Time(string value, string text, string tag, TimeOnly? after, TimeOnly? before) => new(
        "time", value, text, tag, Unstated.Times,
        f => f.StartAfter == after && f.StartBefore == before, f => f with { StartAfter = after, StartBefore = before }, f => f with { StartAfter = null, StartBefore = null });

    private static FilterChoice Support(string value, string text) => new(
        "accessibility", value, $"Support: {text.ToLowerInvariant()}", $"Support: {text.ToLowerInvariant()}", Unstated.Accessibility,
        f => f.Accessibility?.Contains(value) == true,
        f => f with { Accessibility = [.. SearchParameters.AccessibilitySupport.Words.Where(word => word == value || f.Accessibility?.Contains(word) == true)] },
        f => f with { Accessibility = Without(f.Accessibility, value) });

    private static FilterChoice Setting(string value, string text) => new(
        "setting", value, text, text, Unstated.Setting, f => f.Setting == value, f => f with { Setting = value }, f => f with { Setting = null });

    private static string[]? Without(IReadOnlyList<string>? words, string word) => words?.Where(one => one != word).ToArray() is { Length: > 0 } left ? left : null;
}
