using System.Globalization;
using Signposting.Store.Feeds;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>The feed table of the store.</summary>
internal static class StatusTable
{
    public static void Write(IAnsiConsole output, IReadOnlyList<FeedStatus> feeds, DateTimeOffset now)
    {
        if (feeds.Count == 0)
        {
            output.WriteLine("The store knows no feed yet. Begin with the command harvest.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("feed", "kind", "state");
        table.AddColumn(new TableColumn("held").RightAligned()).AddColumn(new TableColumn("orphans").RightAligned());
        table.AddColumns("not offered", "last reached", "last change", "next try", "what is wrong, and what to do");
        foreach (var feed in feeds)
            table.AddRow(Cells(feed, now).Select(cell => new Text(cell)));
        output.Write(table);
        NotOfferedTable.Write(output, feeds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds.Count:N0} feeds: {ByState(feeds)}. {feeds.Sum(feed => feed.ItemsHeld):N0} items held."));
    }

    private static string[] Cells(FeedStatus feed, DateTimeOffset now) =>
    [
        feed.Url,
        feed.Kind,
        feed.State.ToString().ToLowerInvariant(),
        feed.ItemsHeld.ToString("N0", CultureInfo.InvariantCulture),
        feed.Orphans.ToString("N0", CultureInfo.InvariantCulture),
        Rejected(feed.Rejected),
        Ago(feed.LastSuccess, now),
        Ago(feed.LastChange, now),
        Ahead(feed.NextTry, now),
        FeedAdvice.Notice(feed) is { } notice ? $"{notice.Code}: {notice.Text}{Shown(feed)}" : "",
    ];

    private static string ByState(IReadOnlyList<FeedStatus> feeds) => string.Join(
        ", ", feeds.GroupBy(feed => feed.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}"));

    private static string Rejected(IReadOnlyList<RejectionCount> rejected) => string.Join(
        "\n", rejected.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count:N0} {count.Reason}")));

    private static string Shown(FeedStatus feed) =>
        feed.PurgedAt is not null ? " Its records were removed." : feed.IsConcealed ? " Its records are hidden." : "";

    private static string Ago(DateTimeOffset? when, DateTimeOffset now) => when is { } at ? $"{Span(now - at)} ago" : "never";

    private static string Ahead(DateTimeOffset? when, DateTimeOffset now) =>
        when is not { } at ? "" : at <= now ? "due" : $"in {Span(at - now)}";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => $"{Math.Max(0, (int)span.TotalSeconds)} s",
        { TotalMinutes: < 90 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
