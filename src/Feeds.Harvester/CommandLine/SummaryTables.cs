using System.Globalization;
using Feeds.Harvester.Progress;
using Signposting.Store.Feeds;
using Spectre.Console;

namespace Feeds.Harvester.CommandLine;

/// <summary>What a harvest came to: the counts, and what did not get there and why.</summary>
internal static class SummaryTables
{
    public static void Write(IAnsiConsole output, HarvestProgress progress, IReadOnlyList<FeedStatus> feeds, TimeSpan elapsed, bool wasStopped)
    {
        var urls = progress.Feeds.Select(feed => feed.Registration.Url).ToHashSet(StringComparer.Ordinal);
        output.Write(Counts(progress.Totals(), [.. feeds.Where(feed => urls.Contains(feed.Url))], elapsed));
        if (!progress.IsComplete)
            output.Write(Missing(progress));
        if (wasStopped)
            output.WriteLine("Stopped before the end. What was committed is kept; the next harvest goes on from there.");
    }

    private static Table Counts(HarvestTotals totals, IReadOnlyList<FeedStatus> feeds, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Harvest").HideHeaders().AddColumn("what").AddColumn(new TableColumn("how many").RightAligned());
        Add(table, "feeds read to the end", string.Create(CultureInfo.InvariantCulture, $"{totals.AtEnd:N0} of {totals.Feeds:N0}"));
        Add(table, "pages", totals.Pages);
        Add(table, "items", totals.Items);
        Add(table, "kept", totals.Kept);
        Add(table, "held already", totals.Unchanged);
        Add(table, "deleted by the publisher", totals.Deleted);
        Add(table, "over, not stored", totals.Over);
        Add(table, "rejected", totals.Rejected.Sum(reason => reason.Value), totals.Rejected);
        var withheld = Withheld(feeds, totals.Rejected);
        Add(table, "held, but not offered", withheld.Sum(reason => reason.Value), withheld);
        Add(table, "orphans (parent not known)", feeds.Sum(feed => feed.Orphans));
        Add(table, "repairs", totals.Repaired.Sum(repair => repair.Value), totals.Repaired);
        Add(table, "seconds", elapsed.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture));
        return table;
    }

    /// <summary>What the store found to be unfit to be offered, as no place can be told, beyond what was rejected as it was read.</summary>
    private static List<KeyValuePair<string, long>> Withheld(IReadOnlyList<FeedStatus> feeds, IReadOnlyList<KeyValuePair<string, long>> rejected) =>
    [
        .. feeds.SelectMany(feed => feed.Rejected).Where(count => !rejected.Any(known => known.Key == count.Reason))
            .GroupBy(count => count.Reason, (reason, counts) => KeyValuePair.Create(reason, counts.Sum(count => count.Count)))
            .OrderByDescending(count => count.Value),
    ];

    private static Table Missing(HarvestProgress progress)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().Title("Did not get there").AddColumn("source or feed").AddColumn("reason").AddColumn("what it means");
        foreach (var problem in progress.SourceProblems)
            table.AddRow(new Text(problem.Url), new Text(problem.Fault.Code), new Text(problem.Fault.Text));
        foreach (var feed in progress.Feeds.Where(feed => feed.Stage is not (FeedStage.AtEnd or FeedStage.Left)).OrderBy(feed => feed.Registration.Url, StringComparer.Ordinal))
            table.AddRow(new Text(feed.Registration.Url), new Text(feed.Fault?.Code ?? "not-read"), new Text(feed.Fault?.Text ?? "It was not read to its end before the harvest was stopped."));
        return table;
    }

    private static void Add(Table table, string what, long count, IReadOnlyList<KeyValuePair<string, long>> parts)
    {
        Add(table, what, count);
        foreach (var (part, share) in parts)
            Add(table, $"  {part}", share);
    }

    private static void Add(Table table, string what, long count) => Add(table, what, count.ToString("N0", CultureInfo.InvariantCulture));

    private static void Add(Table table, string what, string value) => table.AddRow(new Text(what), new Text(value));
}
