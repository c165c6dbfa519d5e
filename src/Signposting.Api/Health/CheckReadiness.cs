using Feeds.Harvester.Progress;
using Signposting.Api.Harvesting;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Store;

namespace Signposting.Api.Health;

/// <summary><c>GET /health/ready</c>: the state of each part.</summary>
internal sealed class CheckReadiness(StoreAccess access, HarvestWatch harvest, PlaceFinder places, DataOrigin origin)
{
    private const string Ok = "ok";

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        try
        {
            var feeds = await access.Store.ListFeedsAsync(cancel);
            var parts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["store"] = Ok,
                ["harvest"] = (await harvest.StatusAsync(feeds, cancel))?.Text ?? ProblemOf(await harvest.SourceProblemsAsync(cancel)) ?? Ok,
                ["postcodes"] = await places.FaultAsync(cancel) ?? Ok,
            };
            return TypedResults.Json(new HealthAnswer { Status = "ready", Parts = parts, Demo = origin.Demo }, ApiJson.Answers.HealthAnswer);
        }
        catch (StoreNotOpenException notOpen)
        {
            return Refusals.NotReady("store", notOpen.Message, StoreNotOpenException.RetrySeconds);
        }
        catch (StoreException failure)
        {
            return Refusals.NotReady("store", failure.Message, StoreNotOpenException.RetrySeconds);
        }
    }

    private static string? ProblemOf(IReadOnlyList<SourceProblem> problems) => problems switch
    {
        [] => null,
        [var one] => $"A source cannot be read: {one.Url}: {one.Fault.Text} It is tried again by itself; what was read of it before is still served. GET /v1/feeds: sourceProblems.",
        [var first, ..] => $"{problems.Count} sources cannot be read, the first is {first.Url}: {first.Fault.Text} They are tried again by themselves; what was read of them before is still served. GET /v1/feeds lists all: sourceProblems.",
    };
}
