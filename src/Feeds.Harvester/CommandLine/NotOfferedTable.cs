using System.Globalization;
using Signposting.Store.Feeds;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>Why records are not offered: each reason once, with the feed that has most of them, an example from there, and what can be done.</summary>
internal static class NotOfferedTable
{
    private const string Orphan = "orphan";

    public static void Write(IAnsiConsole output, IReadOnlyList<FeedStatus> feeds)
    {
        var reasons = feeds.SelectMany(feed => feed.Rejected.Select(rejected => (Feed: feed, rejected.Reason, rejected.Count, rejected.Example)))
            .Concat(feeds.Where(feed => feed.Orphans > 0).Select(feed => (Feed: feed, Reason: Orphan, Count: feed.Orphans, Example: default(string))))
            .GroupBy(one => one.Reason).Select(group => group.OrderByDescending(one => one.Count).ToList())
            .OrderByDescending(group => group.Sum(one => one.Count)).ToList();
        if (reasons.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().Title("Not offered").AddColumn("reason").AddColumn(new TableColumn("records").RightAligned());
        table.AddColumns("most of them in", "such as", "what to do");
        foreach (var group in reasons)
        {
            var (feed, reason, _, example) = group[0];
            table.AddRow(
                new Text(reason), new Text(group.Sum(one => one.Count).ToString("N0", CultureInfo.InvariantCulture)), new Text(feed.Url),
                new Text(reason == Orphan ? "sessions of an opportunity that nobody describes" : example ?? ""),
                new Text(reason == Orphan ? RejectionAdvice.Orphans : RejectionAdvice.For(reason)));
        }

        output.Write(table);
    }
}
