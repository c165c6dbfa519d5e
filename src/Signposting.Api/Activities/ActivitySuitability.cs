using OpenActive.Vocabulary;
using Signposting.Api.Conditions;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;

namespace Signposting.Api.Activities;

/// <summary><c>GET /v1/activities/{id}/suitability</c>: what the rules say of an activity, whatever an opportunity's own words may add.</summary>
internal sealed class ActivitySuitability(ActivityConcepts concepts, ClinicalRules clinical, DataOrigin origin)
{
    public IResult Answer(HttpContext http, string id)
    {
        var errors = new ParameterErrors();
        var conditions = OnlyConditions.Read(http, clinical.Rules.Conditions, errors);
        if (conditions is null && !errors.Any)
            errors.Add("condition", "is missing; send at least one key or SNOMED CT code of GET /v1/conditions");
        if (errors.Any)
            return errors.ToProblem();
        if (!TryFind(id, out var concept))
            return Refusals.ActivityUnknown();
        var assessment = clinical.Rules.Assess(clinical.Rules.KeyOf(concept.Id, concepts.Current), conditions!);
        var suitability = SuitabilityAnswer.Of(assessment);
        var answer = new ActivitySuitabilityAnswer
        {
            Activity = new ActivityNameAnswer(concept.Id, concept.Notation, concept.PrefLabel),
            Conditions = QueryConditionAnswer.Of(conditions!),
            Verdict = suitability.Verdict,
            Reasons = suitability.Reasons,
            Cautions = suitability.Cautions,
            Guidance = GuidanceAnswer.Of(conditions!),
            Entry = suitability.Entry,
            Rules = RulesAnswer.Of(clinical.Rules),
            Demo = origin.Demo,
        };
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(answer, ApiJson.Answers.ActivitySuitabilityAnswer);
    }

    // An id as it stands in a path: the GUID behind the # of the concept's address, or its notation.
    private bool TryFind(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Concept? concept)
    {
        var list = concepts.Current;
        return list.TryGet($"https://openactive.io/activity-list#{id}", out concept) || list.TryGet(id, out concept);
    }
}

/// <summary>What the rules say of an activity for conditions.</summary>
internal sealed record ActivitySuitabilityAnswer
{
    public required ActivityNameAnswer Activity { get; init; }

    public required IReadOnlyList<QueryConditionAnswer> Conditions { get; init; }

    /// <summary><c>recommended</c>, <c>suitable</c>, <c>ask-first</c>, <c>not-advised</c> or <c>unknown</c>.</summary>
    public required string Verdict { get; init; }

    public required IReadOnlyList<ReasonAnswer> Reasons { get; init; }

    public required IReadOnlyList<ReasonAnswer> Cautions { get; init; }

    public required IReadOnlyList<GuidanceAnswer> Guidance { get; init; }

    /// <summary><c>open</c>, or <c>by-referral</c>.</summary>
    public required string Entry { get; init; }

    public required RulesAnswer Rules { get; init; }

    /// <summary>Present and true when the opportunities of this service are made up; the verdict is not.</summary>
    public bool? Demo { get; init; }
}

/// <summary>An activity by its names.</summary>
internal sealed record ActivityNameAnswer(string Id, string? Notation, string PrefLabel);
