using System.Text;
using Feeds.Harvester.Normalising;
using OpenActive.Vocabulary;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Normalises JSON that a test writes down.</summary>
internal static class Normal
{
    internal const string FeedUrl = "https://feeds.example.org/sessions";
    internal const string Zumba = "https://openactive.io/activity-list#78503fa2-ed24-4a80-a224-e2e94581d8a8";

    internal static readonly DateTimeOffset Now = new(2026, 11, 21, 22, 0, 0, TimeSpan.Zero);

    private static readonly ItemNormaliser Normaliser = new(() => ActivityList.BuiltIn, new StoppedClock(Now));

    internal static NormalItem Item(string json, string kind = "unknown", string id = "7", string feedUrl = FeedUrl) =>
        new(feedUrl, kind, id, 5, Now, Encoding.UTF8.GetBytes(json));

    internal static ItemChange Change(in NormalItem item) => Normaliser.Normalise(item);

    internal static ItemChange Change(string json, string kind = "unknown") => Normaliser.Normalise(Item(json, kind));

    /// <summary>The description of a SessionSeries with these properties: <c>"name":"Yoga"</c>.</summary>
    internal static Description Series(string properties) => Own(Change($$"""{"@type":"SessionSeries","@id":"https://example.org/series/1",{{properties}}}"""));

    internal static Description Own(ItemChange change)
    {
        Assert.Equal(ChangeKind.Updated, change.Kind);
        Assert.Equal(FragmentOrigin.Own, change.Fragments[0].Origin);
        return change.Fragments[0].Description;
    }

    /// <summary>A ScheduledSession of a series that is only referred to.</summary>
    internal static ItemChange Scheduled(string properties) =>
        Change($$"""{"@type":"ScheduledSession","@id":"https://example.org/s/1","superEvent":"https://example.org/series/1",{{properties}}}""");

    internal static SessionChange Session(ItemChange change)
    {
        Assert.True(change.Kind == ChangeKind.Updated, change.Rejection?.ToString());
        return Assert.Single(change.Sessions);
    }

    internal static void Rejected(string reason, ItemChange change)
    {
        Assert.Equal(ChangeKind.Rejected, change.Kind);
        Assert.Equal(reason, change.Rejection!.Reason);
        Assert.EndsWith(".", change.Rejection.Detail, StringComparison.Ordinal);
        Assert.Empty(change.Fragments);
        Assert.Empty(change.Sessions);
    }

    internal static SubjectKey Key(string id) => SubjectKey.FromId(id);

    internal static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
