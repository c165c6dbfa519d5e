using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Signposting.Api.Access;
using Signposting.Api.Contract;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>The addresses of usage, and what records it.</summary>
internal static class UsageApi
{
    public static void AddUsage(this IServiceCollection services)
    {
        services.AddSingleton<DayKeys>();
        services.AddSingleton<UsageCompletion>();
        services.AddSingleton<UsageQueue>();
        services.AddSingleton<UsageRecorder>();
        services.AddSingleton<Signposts>();
        services.AddSingleton<ChosenSession>();
        services.AddSingleton<RecordSignpost>();
        services.AddHostedService<UsageWriter>();
        services.AddHostedService<DayKeyUpkeep>();
    }

    public static void MapUsage(this IEndpointRouteBuilder v1) => v1.MapPost("/signposts", (HttpContext http, RecordSignpost record) => record.AnswerAsync(http))
        .RequireScope(Scopes.Signpost)
        .TakesNoParameters()
        .WithTags("Usage")
        .WithName("recordSignpost")
        .WithSummary("Record that somebody was sent to an opportunity")
        .WithDescription("Without the somebody. Kept are the day and part of the day, the client, the channel, the conditions, the opportunity with its activity and provider, the area (MSOA, sub-ICB, ICB, deprivation decile) and how far it is in one of five bands; the postcode is used to find these and is not kept, and sessionStart is not kept either. Any other member is refused, and so is a value that is an NHS number. What is answered 201 is on the disk.")
        .Produces<SignpostAnswer>(StatusCodes.Status201Created)
        .Refuses(400, "The body is wrong, lacks a member or has one that is not accepted, holds an NHS number, or names a session that there is not: errors names each member and the fix. Nothing was recorded.")
        .RefusesBody()
        .Refuses(404, "No feed ever had the opportunity. Nothing was recorded.")
        .Refuses(410, "The opportunity was withdrawn or hidden: nobody should be sent to it. Nothing was recorded.")
        .Refuses(503, "The store does not answer, and nothing was recorded; see Retry-After.")
        .AddOpenApiOperationTransformer((described, _, _) =>
        {
            described.RequestBody = Body();
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalPropertiesAllowed = false,
                    Required = new HashSet<string> { SignpostBody.OpportunityId, SignpostBody.Conditions, SignpostBody.Channel },
                    Properties = Properties(),
                },
                Example = new JsonObject
                {
                    [SignpostBody.OpportunityId] = ExampleAnswers.OpportunityId,
                    [SignpostBody.SessionStart] = "2026-11-24T10:00:00+00:00",
                    [SignpostBody.Conditions] = new JsonArray("falls"),
                    [SignpostBody.Postcode] = "LS1 3AD",
                    [SignpostBody.Channel] = "rest",
                },
            },
        },
    };

    private static Dictionary<string, IOpenApiSchema> Properties() => new()
    {
        [SignpostBody.OpportunityId] = Text("Id of the opportunity, as it stands in a search.", "^op_[0-9a-z]{16}$"),
        [SignpostBody.SessionStart] = Text("Start of the session that was chosen, as it stands in sessions. One that the opportunity does not have, or that is cancelled, is refused. Not kept."),
        [SignpostBody.Conditions] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = ConditionList.MostAtOnce,
            Items = Text("A key of GET /v1/conditions, or a SNOMED CT code."),
            Description = "The person's conditions; an empty list when none is known.",
        },
        [SignpostBody.Postcode] = Text("The person's postcode. Used to find the area and the distance, and not kept; one that cannot be found counts as area not known."),
        [SignpostBody.Channel] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. SignpostBody.Channels.Select(word => JsonValue.Create(word)!)],
            Description = "Through what: rest is a clinical system.",
        },
    };

    private static OpenApiSchema Text(string description, string? pattern = null) => new()
    {
        Type = JsonSchemaType.String,
        MinLength = 1,
        MaxLength = SearchLimits.MostCharacters,
        Pattern = pattern,
        Description = description,
    };
}
