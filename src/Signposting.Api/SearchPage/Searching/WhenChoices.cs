using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>When somebody wants to go, as a choice.</summary>
/// <param name="Key">What the form sends.</param>
/// <param name="Text">On the form.</param>
/// <param name="InSentence">"in the next 2 weeks".</param>
internal sealed record WhenChoice(string Key, string Text, string InSentence);

internal static class WhenChoices
{
    public const string Default = "fortnight";
    public const string Longest = "month";

    public static readonly IReadOnlyList<WhenChoice> All =
    [
        new("today", "Today", "today"),
        new("tomorrow", "Tomorrow", "tomorrow"),
        new("week", "In the next 7 days", "in the next 7 days"),
        new(Default, "In the next 2 weeks", "in the next 2 weeks"),
        new(Longest, "In the next 4 weeks", "in the next 4 weeks"),
    ];

    public static WhenChoice? Find(string? key) => All.FirstOrDefault(choice => choice.Key == key);

    /// <param name="now">In London.</param>
    public static (DateTimeOffset From, DateTimeOffset To) WindowOf(string key, DateTimeOffset now)
    {
        var midnight = LondonTime.Of(LondonTime.At(now.Date.AddDays(1)));
        return key switch
        {
            "today" => (now, midnight),
            "tomorrow" => (midnight, LondonTime.Of(LondonTime.At(now.Date.AddDays(2)))),
            "week" => (now, LondonTime.Of(now.AddDays(7))),
            Longest => (now, LondonTime.Of(now.AddDays(28))),
            _ => (now, LondonTime.Of(now.AddDays(14))),
        };
    }

    /// <summary>For a sentence.</summary>
    public static string InWords(PageSearch search) =>
        Find(search.When)?.InSentence ?? $"from {WhenWords.Date(search.Request.From)} to {WhenWords.Date(search.Request.To.AddSeconds(-1))}";
}
