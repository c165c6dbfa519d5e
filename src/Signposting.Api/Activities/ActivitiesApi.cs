using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Activities;

/// <summary>The addresses under <c>/v1/activities</c>.</summary>
internal static class ActivitiesApi
{
    public static void AddActivities(this IServiceCollection services)
    {
        services.AddSingleton<ActivityConcepts>();
        services.AddSingleton<ListActivities>();
    }

    public static void MapActivities(this IEndpointRouteBuilder v1) =>
        v1.MapGet("/activities", (HttpContext http, ListActivities list) => list.AnswerAsync(http))
            .RequireScope(Scopes.Search)
            .TakesNoParameters()
            .WithTags("Activities")
            .WithName("listActivities")
            .WithSummary("The activities that can be searched for")
            .WithDescription("The concepts of the OpenActive activity list, each with what stands directly above and below it. Until the published list has been read, the concepts that the service brings itself.")
            .Produces<ActivitiesAnswer>()
            .Produces(304)
            .Refuses(400, "A parameter was sent.");
}
