using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Activities;

/// <summary>The addresses under <c>/v1/activities</c>.</summary>
internal static class ActivitiesApi
{
    public static void AddActivities(this IServiceCollection services)
    {
        services.AddSingleton<ListActivities>();
        services.AddSingleton<ActivitySuitability>();
    }

    public static void MapActivities(this IEndpointRouteBuilder v1)
    {
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

        v1.MapGet("/activities/{id}/suitability", (string id, HttpContext http, ActivitySuitability suitability) => suitability.Answer(http, id))
            .RequireScope(Scopes.Search)
            .WithTags("Activities")
            .WithName("getActivitySuitability")
            .WithSummary("Whether an activity suits conditions, and why")
            .WithDescription("The verdict of the rules for the activity alone: the words of an opportunity (seated, hot, power) may move it. The most cautious of several conditions counts, and cautions add up.")
            .Produces<ActivitySuitabilityAnswer>()
            .Refuses(400, "A condition is missing or not known: errors names it and the fix.")
            .Refuses(404, "The activity is not in the list.")
            .DescribesConditions("id", "tai_chi", "The part of the activity's id behind its #, or its notation.");
    }
}
