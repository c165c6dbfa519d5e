using Feeds.Harvester.Progress;
using Signposting.Api.Harvesting;
using Signposting.Api.Hosting;
using Signposting.Store.Feeds;

namespace Signposting.Api.Feeds;

/// <summary><c>GET /v1/feeds</c>.</summary>
internal sealed class ListFeeds(StoreAccess store, HarvestWatch harvest, DataOrigin origin, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var feeds = await store.Store.ListFeedsAsync(cancel);
        var answer = new FeedsAnswer
        {
            Demo = origin.Demo,
            Harvest = Of(await harvest.StatusAsync(feeds, cancel)),
            Items = [.. feeds.Select(feed => Of(feed, now))],
            SourceProblems = [.. (await harvest.SourceProblemsAsync(cancel)).Select(Of)],
        };
        // The lag grows by itself and would make every answer a new one.
        var tag = EntityTag.Of(answer with { Items = [.. answer.Items.Select(feed => feed with { LagSeconds = null })] }, ApiJson.Answers.FeedsAnswer);
        return new TaggedJson<FeedsAnswer>(answer, ApiJson.Answers.FeedsAnswer, tag);
    }

    private static HarvestAnswer? Of(HarvestStatus? status) =>
        status is null ? null : new HarvestAnswer { Code = status.Code, Text = status.Text, Since = InLondon(status.Since) };

    private static SourceProblemAnswer Of(SourceProblem problem) => new()
    {
        Url = problem.Url,
        Fault = new FaultAnswer(problem.Fault.Code, problem.Fault.Text),
        NextTry = InLondon(problem.NextTry),
    };

    private static FeedAnswer Of(FeedStatus feed, DateTimeOffset now) => new()
    {
        Url = feed.Url,
        Kind = feed.Kind,
        Dataset = feed.Dataset.Url,
        Publisher = feed.Dataset.Publisher,
        Licence = feed.Dataset.Licence,
        State = WordOf(feed.State),
        LastSuccess = InLondon(feed.LastSuccess),
        LastChange = InLondon(feed.LastChange),
        ItemsHeld = feed.ItemsHeld,
        Orphans = feed.Orphans,
        Rejected = [.. feed.Rejected.Select(rejected => new RejectedAnswer
        {
            Reason = rejected.Reason, Count = rejected.Count, Example = rejected.Example, Advice = RejectionAdvice.For(rejected.Reason),
        })],
        LagSeconds = feed.LastSuccess is { } last ? Math.Max(0, (long)(now - last).TotalSeconds) : null,
        Fault = FeedAdvice.Notice(feed) is { } fault ? new FaultAnswer(fault.Code, fault.Text) : null,
        NextTry = InLondon(feed.NextTry),
    };

    internal static string WordOf(FeedState state) => state switch
    {
        FeedState.Harvesting => "harvesting",
        FeedState.Waiting => "waiting",
        FeedState.Stalled => "stalled",
        FeedState.Error => "error",
        _ => "gone",
    };

    private static DateTimeOffset? InLondon(DateTimeOffset? time) => time is { } known ? LondonTime.Of(known) : null;
}
