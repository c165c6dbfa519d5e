using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Tests.Support;
using Signposting.Store.Feeds;
using Signposting.Store.Harvest;
using Xunit;

namespace Feeds.Harvester.Tests.Progress;

public sealed class ProgressLinesTests
{
    private readonly FakeTime time = new();
    private readonly HarvestProgress progress = new();

    [Fact]
    public void A_line_tells_feeds_items_speed_and_faults()
    {
        var lines = new ProgressLines(progress, time);
        var feed = Feed("https://example.org/a");
        var findings = new PageFindings();
        foreach (var number in Enumerable.Range(0, 2000))
            findings.Add(Change(number));
        feed.Committed(100, findings, new CommitResult { Committed = true, Kept = 2000 });
        feed.ReachEnd();
        Feed("https://example.org/b").Fail(new Fault("tls", "It has no valid certificate."));
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("12:00:05  1 of 2 feeds read to the end · 2,000 items · 400/s · 1 fault", lines.Next());
    }

    [Fact]
    public void Nothing_new_is_told_once_in_five_minutes_only()
    {
        var lines = new ProgressLines(progress, time);
        lines.Next();
        time.Advance(TimeSpan.FromSeconds(5));
        var early = lines.Next();
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Null(early);
        Assert.NotNull(lines.Next());
    }

    private FeedProgress Feed(string url) =>
        progress.Feed(new FeedRegistration { Url = url, Kind = "Slot", Dataset = new Dataset { Url = "https://example.org" } });

    private static ItemChange Change(int id) => new() { Id = $"{id}", Kind = ChangeKind.Deleted };
}
