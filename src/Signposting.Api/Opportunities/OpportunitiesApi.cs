using System.Text.Json.Nodes;
using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>The addresses under <c>/v1/opportunities</c>.</summary>
internal static class OpportunitiesApi
{
    public static void AddOpportunities(this IServiceCollection services)
    {
        services.AddSingleton<CursorText>();
        services.AddSingleton<CoverageWatch>();
        services.AddSingleton<RunSearch>();
        services.AddSingleton<SearchOpportunities>();
        services.AddSingleton<FindOpportunity>();
        services.AddSingleton<GetOpportunity>();
        services.AddSingleton<ListSessions>();
        services.AddSingleton<ReadStatus>();
    }

    public static void MapOpportunities(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/opportunities").RequireScope(Scopes.Search).WithTags("Opportunities");
        MapSearch(group);
        MapStatus(group);
        MapOne(group);
        MapSessions(group);
    }

    private static void MapSearch(RouteGroupBuilder group)
    {
        group.MapGet("/", (HttpContext http, SearchOpportunities search) =>
            {
                var errors = new ParameterErrors();
                return search.AnswerAsync(http, SentParameters.FromQuery(http.Request.QueryString.Value, SearchParameters.All, errors), errors);
            })
            .WithName("searchOpportunities")
            .WithSummary("What is near a place, or soon")
            .WithDescription("Opportunities with a session in the time window (or without published times) around a place, nearest first. Facilities (hire of courts and pitches) are left out unless kind asks for them. Nothing is ignored silently: an unknown parameter or a value out of range is answered 400. Accept chooses between JSON, GeoJSON and a table.")
            .RefusesSearch("A parameter is unknown, missing or wrong: errors names each and the fix.")
            .Describes(SearchParameters.All);

        group.MapPost("/search", async (HttpContext http, SearchOpportunities search) =>
            {
                var errors = new ParameterErrors();
                return await SearchBody.ReadAsync(http, SearchParameters.All, """{"postcode": "LS1 3AD", "condition": ["falls"]}""", errors) is { } sent ? await search.AnswerAsync(http, sent, errors) : errors.ToProblem();
            })
            .TakesNoParameters()
            .WithName("searchOpportunitiesByBody")
            .WithSummary("What is near a place, without conditions or postcodes in an address")
            .WithDescription("As GET /v1/opportunities, with the same names in a JSON body: so that what is asked for a patient stands in no proxy's log. next is followed with GET; what it carries is encrypted.")
            .RefusesSearch("A member is unknown, missing or wrong, or the body is no JSON object: errors names each and the fix.")
            .DescribesBody(
                SearchParameters.All,
                "The parameters of GET /v1/opportunities by name; those that may be repeated there are lists here.",
                new JsonObject { ["postcode"] = "LS1 3AD", ["condition"] = new JsonArray("falls") });
    }

    private static RouteHandlerBuilder RefusesSearch(this RouteHandlerBuilder operation, string whenWrong) => operation
        .Produces<SearchAnswer>()
        .Refuses(400, whenWrong)
        .Refuses(404, "The postcode is well-formed but not known.")
        .Refuses(406, "Accept names none of application/json, application/geo+json and text/csv.")
        .Refuses(503, "The store or the look-up of postcodes does not answer; see Retry-After.")
        .DescribesFormats();

    private static void MapStatus(RouteGroupBuilder group) => group.MapGet("/status", (HttpContext http, ReadStatus read) => read.AnswerAsync(http))
        .WithName("getOpportunityStatus")
        .WithSummary("What has become of ids that were kept")
        .WithDescription("Up to 100 ids at once. With since, what was read anew at that time or later is changed; the record of the opportunity counts for that, not its sessions, whose next one is answered. What is cancelled or withdrawn is that, whenever it happened. What is over is current without nextSession.")
        .Produces<StatusAnswer>()
        .Refuses(400, "No id was sent, or too many, or since is no time.")
        .Refuses(503, "The store does not answer; see Retry-After.")
        .Describes(ReadStatus.Parameters);

    private static void MapOne(RouteGroupBuilder group)
    {
        group.MapGet("/{id}", (string id, HttpContext http, GetOpportunity get) => get.AnswerAsync(http, id))
            .WithName("getOpportunity")
            .WithSummary("One opportunity")
            .WithDescription("The opportunity with its next sessions (at most 100); one whose sessions are over has none. An id stays the same across harvests.")
            .Produces<DetailAnswer>()
            .Produces(304)
            .RefusesId("A condition is not known, or another parameter was sent.")
            .Describes(SearchParameters.OfOne);

        group.MapPost("/{id}", (string id, HttpContext http, GetOpportunity get) => get.AnswerToBodyAsync(http, id))
            .TakesNoParameters()
            .WithName("getOpportunityByBody")
            .WithSummary("One opportunity, without conditions in an address")
            .WithDescription("As GET, with the conditions in a JSON body. Nothing is stored.")
            .Produces<DetailAnswer>()
            .RefusesId("A condition is not known, another member was sent, or the body is no JSON object.")
            .DescribesBody(SearchParameters.OfOne, "The conditions of the person.", new JsonObject { ["condition"] = new JsonArray("falls") });
    }

    private static void MapSessions(RouteGroupBuilder group)
    {
        group.MapGet("/{id}/sessions", (string id, HttpContext http, ListSessions list) => list.AnswerAsync(http, id))
            .WithName("listSessions")
            .WithSummary("All sessions of one opportunity")
            .WithDescription("Those in the window that are not over, in order of time, cancelled ones marked; at most 500 on a page. What runs in several rooms at once is one session with the places added up.")
            .Produces<SessionsAnswer>()
            .Produces(304)
            .RefusesId("from or to is wrong, or another parameter was sent.")
            .Describes(ListSessions.Parameters);

        group.MapGet("/{id}/calendar", (string id, HttpContext http, ListSessions list) => list.CalendarAsync(http, id))
            .WithName("getCalendar")
            .WithSummary("The sessions of one opportunity for a diary")
            .WithDescription("iCalendar (RFC 5545): the first 500 sessions in the window, times in UTC. A session keeps its UID as long as its start; cancelled ones have STATUS:CANCELLED, postponed ones TENTATIVE. Without sessions it is a calendar without entries.")
            .Produces<string>(200, CalendarResult.ContentType)
            .Produces(304)
            .RefusesId("from or to is wrong, or another parameter was sent.")
            .Describes(ListSessions.Parameters);
    }

    private static RouteHandlerBuilder RefusesId(this RouteHandlerBuilder operation, string whenWrong) => operation
        .Refuses(400, whenWrong)
        .Refuses(404, "No feed ever had it.")
        .Refuses(410, "Its publisher has withdrawn it, or the operator of this service has hidden it.")
        .Refuses(503, "The store does not answer; see Retry-After.")
        .DescribesId();
}
