using Signposting.Api.Contract;
using Signposting.Api.Problems;

namespace Signposting.Api.Conditions;

/// <summary>The addresses under <c>/v1/conditions</c>.</summary>
internal static class ConditionsApi
{
    public static void AddConditions(this IServiceCollection services) => services.AddSingleton<ReadConditions>();

    public static void MapConditions(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/conditions").WithTags("Conditions");

        group.MapGet("/", (ReadConditions read) => read.All())
            .TakesNoParameters()
            .WithName("listConditions")
            .WithSummary("The conditions that can be asked for")
            .WithDescription("Each with its SNOMED CT codes, what to look for, cautions, when to stop, and sources; and the codes to write back to a record. No clinician has signed these texts while review is draft.")
            .Produces<ConditionsAnswer>()
            .Produces(304)
            .Refuses(400, "A parameter was sent.");

        group.MapGet("/{keyOrCode}", (string keyOrCode, ReadConditions read) => read.One(keyOrCode))
            .TakesNoParameters()
            .WithName("getCondition")
            .WithSummary("One condition")
            .WithDescription("By its key, or by a SNOMED CT code that leads to it.")
            .Produces<ConditionDetailAnswer>()
            .Produces(304)
            .Refuses(400, "A parameter was sent.")
            .Refuses(404, "This service does not know the condition; the detail says how to go on.");
    }
}
