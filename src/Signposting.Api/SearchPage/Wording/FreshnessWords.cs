using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>Where a record comes from and how fresh it is: every place that shows a record shows this.</summary>
internal static class FreshnessWords
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(2);

    /// <summary>"From Active Leeds. Changed by them 3 days ago; we last reached their feed 4 minutes ago."</summary>
    public static string Of(ProvenanceAnswer provenance, DateTimeOffset now)
    {
        var publisher = PublisherText.Line(provenance.Publisher, PublisherText.LongestName) ?? "a publisher that does not give its name";
        var changed = provenance.Modified is { } modified ? $"Changed by them {Ago(modified, now)}" : "When they changed it is not stated";
        var reached = provenance.FeedCheckedAt is { } at ? $"we last reached their feed {Ago(at, now)}" : $"we read it {Ago(provenance.HarvestedAt, now)}";
        return $"From {publisher}. {changed}; {reached}.";
    }

    /// <summary>The feed has not been reached for so long that what it says may be out of date.</summary>
    public static bool IsStale(ProvenanceAnswer provenance, DateTimeOffset now) =>
        now - (provenance.FeedCheckedAt ?? provenance.HarvestedAt) > Stale;

    public static string Ago(DateTimeOffset time, DateTimeOffset now) => (now - time) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 60 } span => Count((int)span.TotalMinutes, "minute"),
        { TotalHours: < 24 } span => Count((int)span.TotalHours, "hour"),
        { TotalDays: < 31 } span => Count((int)span.TotalDays, "day"),
        _ => $"on {WhenWords.Date(time)}",
    };

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")} ago";
}
