using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Feeds;

/// <summary>The addresses under <c>/v1/feeds</c>.</summary>
internal static class FeedsApi
{
    public static void AddFeeds(this IServiceCollection services) => services.AddSingleton<ListFeeds>();

    public static void MapFeeds(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/feeds", (HttpContext http, ListFeeds list) => list.AnswerAsync(http.RequestAborted))
            .TakesNoParameters()
            .WithTags("Feeds")
            .WithName("listFeeds")
            .WithSummary("Where the data comes from, and how fresh it is")
            .WithDescription("Every feed that is harvested: its state, when it last answered, what is held of it, what was rejected and why, and what is wrong with it.")
            .Produces<FeedsAnswer>()
            .Produces(304)
            .Refuses(400, "A parameter was sent.")
            .Refuses(503, "The store does not answer; see Retry-After.");
}
