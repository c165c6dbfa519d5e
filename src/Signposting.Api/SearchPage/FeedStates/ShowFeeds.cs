using Feeds.Harvester.Progress;
using Signposting.Api.Feeds;
using Signposting.Api.Hosting;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Wording;
using Signposting.Store.Feeds;

namespace Signposting.Api.SearchPage.FeedStates;

/// <summary><c>GET /feeds</c>: where the data comes from, how fresh it is, and how the harvest is doing.</summary>
internal sealed class ShowFeeds(StoreAccess store, HarvestProgress progress, DataOrigin origin, ApiSettings settings, TimeProvider time)
{
    private const int LongestSentence = 400;

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var now = LondonTime.Now(time);
        var feeds = store.IsOpen ? await store.Store.ListFeedsAsync(cancel) : [];
        var model = new FeedsModel
        {
            IsStoreOpen = store.IsOpen,
            Harvest = settings.Shared.Enabled || origin.IsMadeUp ? HarvestModel.Of(progress) : null,
            Publishers =
            [
                .. feeds.GroupBy(feed => feed.Dataset.Url, StringComparer.Ordinal)
                    .Select(dataset => PublisherOf([.. dataset], now))
                    .OrderByDescending(publisher => publisher.Problems).ThenBy(publisher => publisher.Name, StringComparer.OrdinalIgnoreCase),
            ],
        };
        return new HtmlPage<FeedsPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(FeedsPage.State)] = model });
    }

    private static PublisherModel PublisherOf(FeedStatus[] feeds, DateTimeOffset now)
    {
        var dataset = feeds[0].Dataset;
        return new PublisherModel(
            PublisherText.Line(dataset.Publisher ?? dataset.Name, PublisherText.LongestName) ?? "A publisher that does not give its name",
            dataset.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? dataset.Url : null,
            [.. feeds.OrderBy(feed => feed.Kind, StringComparer.Ordinal).Select(feed => LineOf(feed, now))]);
    }

    private static FeedLine LineOf(FeedStatus feed, DateTimeOffset now)
    {
        var (text, tag) = feed.State switch
        {
            FeedState.Harvesting => ("Being read", "nhsuk-tag--blue"),
            FeedState.Waiting => ("Up to date", "nhsuk-tag--green"),
            FeedState.Stalled => ("Nothing new", "nhsuk-tag--yellow"),
            FeedState.Error => ("Cannot be read", "nhsuk-tag--red"),
            _ => ("Gone", "nhsuk-tag--red"),
        };
        return new FeedLine(
            KindOf(feed.Kind), text, tag, feed.State is FeedState.Error or FeedState.Gone or FeedState.Stalled,
            feed.LastSuccess is { } last ? FreshnessWords.Ago(LondonTime.Of(last), now) : "never",
            feed.ItemsHeld, feed.Rejected.Sum(rejected => rejected.Count),
            FeedAdvice.Notice(feed) is { } notice ? PublisherText.Line(notice.Text, LongestSentence) : null);
    }

    private static string KindOf(string kind) => kind switch
    {
        "SessionSeries" => "Regular sessions",
        "ScheduledSession" => "Dates of sessions",
        "FacilityUse" or "IndividualFacilityUse" => "Courts, pitches and pools",
        "Slot" or "FacilityUse/Slot" or "IndividualFacilityUse/Slot" => "Free times of courts, pitches and pools",
        "CourseInstance" or "Course" => "Courses",
        "Event" or "HeadlineEvent" or "EventSeries" => "Events",
        "OnDemandEvent" => "Videos and recordings",
        "unknown" => "A feed of a kind that is not stated",
        _ => PublisherText.Line(kind, 60) ?? "",
    };
}
