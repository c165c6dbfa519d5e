using Signposting.Api.Harvesting;
using Signposting.Api.Hosting;
using Signposting.Api.Places;
using Signposting.Api.Problems;
using Signposting.Store;

namespace Signposting.Api.Health;

/// <summary><c>GET /health/ready</c>: the state of each part.</summary>
internal sealed class CheckReadiness(StoreAccess access, HarvestWatch harvest, PlaceFinder places)
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
                ["harvest"] = (await harvest.StatusAsync(feeds, cancel))?.Text ?? Ok,
                ["postcodes"] = await places.FaultAsync(cancel) ?? Ok,
            };
            return TypedResults.Json(new HealthAnswer { Status = "ready", Parts = parts }, ApiJson.Answers.HealthAnswer);
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
}
