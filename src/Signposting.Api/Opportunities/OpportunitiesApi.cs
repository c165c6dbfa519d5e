using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>The addresses under <c>/v1/opportunities</c>.</summary>
internal static class OpportunitiesApi
{
    public static void AddOpportunities(this IServiceCollection services)
    {
        services.AddSingleton<CursorText>();
        services.AddSingleton<SearchOpportunities>();
        services.AddSingleton<GetOpportunity>();
    }

    public static void MapOpportunities(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/opportunities").WithTags("Opportunities");

        group.MapGet("/", (HttpContext http, SearchOpportunities search) =>
            {
                var errors = new ParameterErrors();
                return search.AnswerAsync(http, SentParameters.FromQuery(http.Request.QueryString.Value, errors), errors);
            })
            .WithName("searchOpportunities")
            .WithSummary("What is near a place, or soon")
            .WithDescription("Opportunities with a session in the time window (or without published times) around a place, nearest first. Facilities (hire of courts and pitches) are left out unless kind asks for them. Nothing is ignored silently: an unknown parameter or a value out of range is answered 400.")
            .Produces<SearchAnswer>()
            .Refuses(400, "A parameter is unknown, missing or wrong: errors names each and the fix.")
            .Refuses(404, "The postcode is well-formed but not known.")
            .Refuses(503, "The store or the look-up of postcodes does not answer; see Retry-After.")
            .DescribesSearch();

        group.MapPost("/search", async (HttpContext http, SearchOpportunities search) =>
            {
                var errors = new ParameterErrors();
                return await SearchBody.ReadAsync(http, errors) is { } sent ? await search.AnswerAsync(http, sent, errors) : errors.ToProblem();
            })
            .TakesNoParameters()
            .WithName("searchOpportunitiesByBody")
            .WithSummary("What is near a place, without conditions or postcodes in an address")
            .WithDescription("As GET /v1/opportunities, with the same names in a JSON body: so that what is asked for a patient stands in no proxy's log. next is followed with GET; what it carries is encrypted.")
            .Produces<SearchAnswer>()
            .Refuses(400, "A member is unknown, missing or wrong, or the body is no JSON object: errors names each and the fix.")
            .Refuses(404, "The postcode is well-formed but not known.")
            .Refuses(503, "The store or the look-up of postcodes does not answer; see Retry-After.")
            .DescribesSearchBody();

        group.MapGet("/{id}", (string id, HttpContext http, GetOpportunity get) => get.AnswerAsync(http, id))
            .WithName("getOpportunity")
            .WithSummary("One opportunity")
            .WithDescription("The opportunity with its next sessions (at most 100); one whose sessions are over has none. An id stays the same across harvests.")
            .Produces<DetailAnswer>()
            .Produces(304)
            .Refuses(400, "A condition is not known, or another parameter was sent.")
            .Refuses(404, "No feed ever had it.")
            .Refuses(410, "Its publisher has withdrawn it.")
            .Refuses(503, "The store does not answer; see Retry-After.")
            .DescribesConditions("id", ExampleAnswers.OpportunityId, "As it stands in a search: op_ and sixteen letters or digits.");
    }
}
