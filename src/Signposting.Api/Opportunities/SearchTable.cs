using System.Globalization;

namespace Signposting.Api.Opportunities;

/// <summary>One page of results as a table: a row for each item, absent values empty.</summary>
internal static class SearchTable
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private static readonly (string Name, Func<OpportunityAnswer, string?> Value)[] Made =
    [
        ("id", item => item.Id),
        ("kind", item => item.Kind),
        ("distanceMetres", item => Number(item.DistanceMetres)),
        ("lat", item => Number(item.Location?.Lat)),
        ("lon", item => Number(item.Location?.Lon)),
        ("nextStart", item => Time(Next(item)?.Start)),
        ("nextEnd", item => Time(Next(item)?.End)),
        ("remainingPlaces", item => Number(Next(item)?.RemainingPlaces)),
        ("timesPublished", item => Truth(item.TimesPublished)),
        ("priceMin", item => Number(item.Price?.Min)),
        ("priceMax", item => Number(item.Price?.Max)),
        ("free", item => Truth(item.Price?.Free)),
        ("ageMin", item => Number(item.AgeRange.Min)),
        ("ageMax", item => Number(item.AgeRange.Max)),
        ("ageAssumed", item => Truth(item.AgeRange.Assumed)),
        ("genderRestriction", item => item.GenderRestriction),
        ("wheelchair", item => Truth(item.Wheelchair)),
        ("coached", item => Truth(item.Coached)),
        ("attendance", item => item.Attendance),
        ("verdict", item => item.Suitability?.Verdict),
        ("entry", item => item.Suitability?.Entry),
        ("notStated", item => Joined(item.NotStated)),
        ("readiness", item => Number(item.Readiness.Share)),
        ("modified", item => Time(item.Provenance[0].Modified)),
        ("harvestedAt", item => Time(item.Provenance[0].HarvestedAt)),
        ("feedCheckedAt", item => Time(item.Provenance[0].FeedCheckedAt)),
        ("self", item => item.Links.Self),
    ];

    private static readonly (string Name, Func<OpportunityAnswer, string?> Text)[] Told =
    [
        ("name", item => item.Name),
        ("activity", item => Joined(item.Activity?.Select(activity => activity.PrefLabel))),
        ("description", item => item.Description),
        ("venue", item => item.Location?.Name),
        ("address", item => item.Location?.Address),
        ("postcode", item => item.Location?.Postcode),
        ("schedule", item => item.Schedule),
        ("price", item => item.Price?.Text),
        ("currency", item => item.Price?.Currency),
        ("level", item => Joined(item.Level)),
        ("accessibilitySupport", item => Joined(item.AccessibilitySupport)),
        ("organizer", item => item.Organizer?.Name),
        ("telephone", item => item.Organizer?.Telephone),
        ("email", item => item.Organizer?.Email),
        ("organizerUrl", item => item.Organizer?.Url),
        ("web", item => item.Links.Web),
        ("book", item => item.Links.Book),
        ("reasons", item => Joined(item.Suitability?.Reasons.Select(reason => reason.Text).Distinct(StringComparer.Ordinal))),
        ("cautions", item => Joined(item.Suitability?.Cautions.Select(caution => caution.Text))),
        ("publisher", item => Of(item, provenance => provenance.Publisher)),
        ("dataset", item => Of(item, provenance => provenance.Dataset)),
        ("licence", item => Of(item, provenance => provenance.Licence)),
    ];

    public static string Of(SearchAnswer answer)
    {
        var csv = new CsvText();
        foreach (var name in (IEnumerable<string>)[.. Made.Select(column => column.Name), .. Told.Select(column => column.Name), "guidance", "demo", "asOf", "rulesVersion", "rulesReview", "coverage"])
            csv.Value(name);
        csv.EndRecord();
        var guidance = Joined(answer.Guidance?.Select(said => $"{said.Kind}: {said.Text}"));
        foreach (var item in answer.Items)
            AddRow(csv, item, guidance, answer);
        // A stop comes without items, and a store without data finds none. An empty table would be silent about the one thing that counts.
        if (answer.Items.Count == 0 && (guidance is not null || answer.Coverage.State == CoverageAnswer.None))
            AddRow(csv, null, guidance, answer);
        return csv.ToString();
    }

    private static void AddRow(CsvText csv, OpportunityAnswer? item, string? guidance, SearchAnswer answer)
    {
        foreach (var (_, value) in Made)
            csv.Value(item is null ? null : value(item));
        foreach (var (_, text) in Told)
            csv.Text(item is null ? null : text(item));
        csv.Text(guidance);
        csv.Value(Truth(answer.Demo));
        csv.Value(Time(answer.AsOf));
        csv.Value(answer.Rules?.Version);
        csv.Value(answer.Rules?.Review);
        csv.Value(answer.Coverage.State);
        csv.EndRecord();
    }

    /// <summary>The next session that is neither cancelled nor postponed.</summary>
    private static SessionAnswer? Next(OpportunityAnswer item) => item.Sessions.FirstOrDefault(session => session.Status is "scheduled" or "rescheduled");

    /// <summary>Of each publisher of the same class: all of them have to be named.</summary>
    private static string? Of(OpportunityAnswer item, Func<ProvenanceAnswer, string?> part) => Joined(item.Provenance.Select(part).OfType<string>().Distinct());

    private static string? Joined(IEnumerable<string>? parts) => parts is null ? null : string.Join("; ", parts);

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Truth(bool? truth) => truth switch { null => null, true => "true", false => "false" };
}
