using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Hosting;

namespace Signposting.Api.Health;

/// <summary>What a supervisor asks: does the process answer, and can it do its work.</summary>
internal sealed record HealthAnswer
{
    /// <summary><c>live</c> or <c>ready</c>.</summary>
    public required string Status { get; init; }

    /// <summary>By part (<c>store</c>, <c>harvest</c>, <c>postcodes</c>): <c>ok</c>, or what is wrong with it. Only without its store a service is not ready.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; init; }

    /// <summary>Present and true when all data of this service is made up.</summary>
    public bool? Demo { get; init; }
}

internal static class HealthApi
{
    private const string OnlyGet = "It was asked with another method than GET or HEAD.";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/health").AllowAnyone().WithTags("Health");
        group.MapGet("/live", (DataOrigin origin) => TypedResults.Json(new HealthAnswer { Status = "live", Demo = origin.Demo }, ApiJson.Answers.HealthAnswer))
            .WithName("isLive")
            .WithSummary("Whether the process answers")
            .WithDescription("Does not look at the store: a process that waits for its store must not be killed for it.")
            .Produces<HealthAnswer>()
            .Refuses(405, OnlyGet);
        group.MapGet("/ready", (CheckReadiness check, HttpContext http) => check.AnswerAsync(http.RequestAborted))
            .WithName("isReady")
            .WithSummary("Whether searches can be answered")
            .WithDescription("Reads from the store, and says of each part how it does. Harvesting that stands still, a source that cannot be read and a look-up of postcodes that is down are said, and do not make the service unready: searches go on without them.")
            .Produces<HealthAnswer>()
            .Refuses(405, OnlyGet)
            .Refuses(503, "The store does not answer: errors says why.");
    }
}
