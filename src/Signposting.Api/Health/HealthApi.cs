using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store;

namespace Signposting.Api.Health;

/// <summary>What a supervisor asks: does the process answer, and can it do its work.</summary>
internal sealed record HealthAnswer
{
    /// <summary><c>live</c> or <c>ready</c>.</summary>
    public required string Status { get; init; }

    /// <summary>By part: <c>ok</c>.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; init; }
}

internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").AllowAnyone().WithTags("Health");
        group.MapGet("/live", () => TypedResults.Json(new HealthAnswer { Status = "live" }, ApiJson.Answers.HealthAnswer))
            .WithName("isLive")
            .WithSummary("Whether the process answers")
            .WithDescription("Does not look at the store: a process that waits for its store must not be killed for it.")
            .Produces<HealthAnswer>();
        group.MapGet("/ready", (StoreAccess access, HttpContext http) => ReadyAsync(access, http.RequestAborted))
            .WithName("isReady")
            .WithSummary("Whether searches can be answered")
            .WithDescription("Reads from the store.")
            .Produces<HealthAnswer>()
            .Refuses(503, "A part does not work: errors names it.");
    }

    private static async Task<IResult> ReadyAsync(StoreAccess access, CancellationToken cancel)
    {
        try
        {
            await access.Store.PingAsync(cancel);
            var parts = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = "ok" };
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
