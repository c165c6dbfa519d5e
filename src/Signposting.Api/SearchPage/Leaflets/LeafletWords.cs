using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>What a leaflet says of an activity.</summary>
internal static class LeafletWords
{
    private const int MostDates = 3;
    private const int MostQuestions = 5;

    public static string? WarningOf(Standing standing) => standing switch
    {
        Standing.Gone => "This is no longer offered. Do not go.",
        Standing.Cancelled => "This is cancelled. Do not go.",
        Standing.NoDates => "No dates are published at the moment. Ask before you go.",
        Standing.Changed => "The details have changed since this was chosen for you. What you read here is how it is now.",
        _ => null,
    };

    /// <summary>The habit where there is one, the next dates, and the next that does not take place: nobody should stand before a locked door.</summary>
    public static IReadOnlyList<string> TimesOf(OpportunityAnswer item)
    {
        var next = item.Sessions.Where(Runs).Take(MostDates).ToList();
        var lines = new List<string>();
        if (PublisherText.Line(item.Schedule) is { } schedule)
        {
            lines.Add(HabitWords.Of(schedule));
            if (next.Count > 0)
                lines.Add($"Next: {string.Join(", ", next.Select(session => HabitWords.Day(session.Start)))}");
        }
        else
            lines.AddRange(next.Select(HabitWords.Of));
        if (item.Sessions.FirstOrDefault(session => session.Status is "cancelled" or "postponed") is { } off)
            lines.Add($"Not on {HabitWords.Day(off.Start)}: {off.Status}");
        return lines;
    }

    public static IReadOnlyList<string> PlaceOf(OpportunityAnswer item)
    {
        if (item.Attendance == "online")
            return ["Online: you take part from home"];
        string?[] lines = [PublisherText.Line(item.Location?.Name, PublisherText.LongestName), PublisherText.Line(item.Location?.Address), PublisherText.Line(item.Location?.Postcode, 10)];
        return [.. lines.OfType<string>()];
    }

    public static IReadOnlyList<string> AudienceOf(OpportunityAnswer item) =>
        item.Wheelchair == true ? [.. WhoWords.Of(item), "Wheelchair accessible"] : WhoWords.Of(item);

    public static string GreetingOf(OpportunityAnswer item)
    {
        var when = item.Schedule is not null && item.Sessions.FirstOrDefault(Runs) is { } next ? $" on {next.Start.DayOfWeek}s" : "";
        return $"“Hello. I have been told about {ActivityCards.NameOf(item)}{when}. I have not been before and I would like to come.”";
    }

    /// <summary>What its publisher does not state, as questions.</summary>
    public static IReadOnlyList<string> QuestionsOf(OpportunityAnswer item)
    {
        string?[] all =
        [
            item.Sessions.Any(Runs) ? null : "When is it on?",
            item.Links.Book is null ? "Do I need to book, or can I just come?" : null,
            item.Price?.Min is null ? "How much does it cost?" : null,
            WelcomesBeginners(item) ? null : "Is it right for somebody just starting?",
            item.Wheelchair is null && item.AccessibilityInformation is null && item.Attendance != "online" ? "Are there steps? Is there a toilet?" : null,
            item.AttendeeInstructions is null ? "What should I wear or bring?" : null,
            item.MeetingPoint is null && item.Attendance != "online" ? "Where do I go when I arrive?" : null,
        ];
        return [.. all.OfType<string>().Take(MostQuestions)];
    }

    public static string SourceOf(ProvenanceAnswer provenance) =>
        $"{PublisherText.Line(provenance.Publisher, PublisherText.LongestName) ?? PublisherText.Line(provenance.Dataset)}{(provenance.Licence?.Contains("/by/4.0", StringComparison.Ordinal) == true ? " (CC BY 4.0)" : "")}";

    private static bool WelcomesBeginners(OpportunityAnswer item) => item.Level?.Any(level => level.Contains("beginner", StringComparison.OrdinalIgnoreCase)) == true;

    private static bool Runs(SessionAnswer session) => session.Status is "scheduled" or "rescheduled";
}
