using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Feeds;

/// <summary>The addresses under <c>/v1/feeds</c>.</summary>
internal static class FeedsApi
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<ListFeeds>();
        services.AddSingleton<HideFeeds>();
    }

    public static void MapFeeds(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/feeds", (HttpContext http, ListFeeds list) => list.AnswerAsync(http.RequestAborted))
            .RequireScope(Scopes.Search)
            .TakesNoParameters()
            .WithTags("Feeds")
            .WithName("listFeeds")
            .WithSummary("Where the data comes from, and how fresh it is")
            .WithDescription("Every feed that is harvested: its state, when it last answered, what is held of it, what was rejected and why, and what is wrong with it; and the sources that cannot be read, behind which feeds may be missing.")
            .Produces<FeedsAnswer>()
            .Produces(304)
            .Refuses(400, "A parameter was sent.")
            .Refuses(503, "The store does not answer; see Retry-After.");
        v1.MapHiding();
    }

    private static void MapHiding(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/feeds").RequireScope(Scopes.FeedsAdmin).WithTags("Feeds");
        group.MapPost("/hide", (HttpContext http, HideFeeds feeds) => feeds.HideAsync(http))
            .TakesNoParameters()
            .WithName("hide")
            .WithSummary("Hide an opportunity, an organiser or a feed at once")
            .WithDescription("For safeguarding: what is hidden is gone from all answers within a second, and no harvest brings it back. Hiding again replaces the reason.")
            .Accepts<HideRequest>("application/json")
            .RefusesBody()
            .Produces<HiddenAnswer>()
            .Refuses(400, "The body is wrong: errors names each member and the fix.")
            .Refuses(404, "There is no such opportunity, organiser or feed; nothing was hidden, and errors says where to find the right value.")
            .Refuses(503, "The store does not answer; see Retry-After.");
        group.MapPost("/unhide", (HttpContext http, HideFeeds feeds) => feeds.UnhideAsync(http))
            .TakesNoParameters()
            .WithName("unhide")
            .WithSummary("Show again what was hidden")
            .WithDescription("Takes back a hiding, within a second; answers what it was.")
            .Accepts<UnhideRequest>("application/json")
            .RefusesBody()
            .Produces<HiddenAnswer>()
            .Refuses(400, "The body is wrong: errors names each member and the fix.")
            .Refuses(404, "It is not hidden.")
            .Refuses(503, "The store does not answer; see Retry-After.");
        group.MapGet("/hidden", (HttpContext http, HideFeeds feeds) => feeds.ListAsync(http))
            .TakesNoParameters()
            .WithName("listHidden")
            .WithSummary("What is hidden, and why")
            .WithDescription("Everything that is hidden, oldest first, with the reason and who gave it.")
            .Produces<HiddenListAnswer>()
            .Refuses(400, "A parameter was sent.")
            .Refuses(503, "The store does not answer; see Retry-After.");
    }
}
