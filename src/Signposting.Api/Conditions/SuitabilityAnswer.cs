using Signposting.Suitability.Conditions;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.Conditions;

/// <summary>What the rules say of an opportunity or activity for the conditions asked for.</summary>
internal sealed record SuitabilityAnswer
{
    /// <summary><c>recommended</c>, <c>suitable</c>, <c>ask-first</c>, <c>not-advised</c> or <c>unknown</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Most cautious first.</summary>
    public required IReadOnlyList<ReasonAnswer> Reasons { get; init; }

    /// <summary>What to watch for in this activity.</summary>
    public required IReadOnlyList<ReasonAnswer> Cautions { get; init; }

    /// <summary><c>open</c>, or <c>by-referral</c>: a programme with entry criteria.</summary>
    public required string Entry { get; init; }

    public static SuitabilityAnswer Of(Assessment assessment) => new()
    {
        Verdict = assessment.Verdict.Name(),
        Reasons = [.. assessment.Reasons.Select(ReasonAnswer.Of)],
        Cautions = [.. assessment.Cautions.Select(ReasonAnswer.Of)],
        Entry = WordOf(assessment.Entry),
    };

    public static string WordOf(Entry entry) => entry == Suitability.Verdicts.Entry.ByReferral ? "by-referral" : "open";
}

/// <summary>A sentence, and what it rests on.</summary>
internal sealed record ReasonAnswer
{
    /// <summary>The key of the condition that says so; absent when it comes from the record.</summary>
    public string? Condition { get; init; }

    public required string Text { get; init; }

    public required SourceAnswer Source { get; init; }

    public static ReasonAnswer Of(Reason reason) => new() { Condition = reason.Condition, Text = reason.Text, Source = SourceAnswer.Of(reason.Source) };
}

/// <summary>What a statement rests on.</summary>
internal sealed record SourceAnswer
{
    public required string Title { get; init; }

    public int? Year { get; init; }

    public string? Url { get; init; }

    /// <summary><c>guideline</c>, <c>consensus</c>, <c>second-hand</c> or <c>general-knowledge</c>.</summary>
    public required string Basis { get; init; }

    public static SourceAnswer Of(Source source) => new() { Title = source.Title, Year = source.Year, Url = source.Url, Basis = source.Basis.Name() };
}

/// <summary>A statement that goes with the conditions, whatever the activity.</summary>
internal sealed record GuidanceAnswer
{
    /// <summary>The first of <see cref="Conditions"/>.</summary>
    public required string Condition { get; init; }

    /// <summary>Keys of all conditions asked for that say it.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary><c>stop</c> (no activities are shown), <c>caution</c> or <c>info</c>.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required SourceAnswer Source { get; init; }

    public static IReadOnlyList<GuidanceAnswer> Of(ConditionSet conditions) => [.. conditions.Guidance.Select(guidance => new GuidanceAnswer
    {
        Condition = guidance.Conditions[0],
        Conditions = guidance.Conditions,
        Kind = WordOf(guidance.Kind),
        Text = guidance.Text,
        Source = SourceAnswer.Of(guidance.Source),
    })];

    private static string WordOf(GuidanceKind kind) => kind switch
    {
        GuidanceKind.Stop => "stop",
        GuidanceKind.Caution => "caution",
        _ => "info",
    };
}

/// <summary>A condition that was asked for.</summary>
internal sealed record QueryConditionAnswer
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>The SNOMED CT code that was sent; absent when a key was.</summary>
    public string? Code { get; init; }

    public static IReadOnlyList<QueryConditionAnswer> Of(ConditionSet conditions) =>
        [.. conditions.Asked.Select(asked => new QueryConditionAnswer { Key = asked.Condition.Key, Name = asked.Condition.Name, Code = asked.Code })];
}

/// <summary>Which rules an answer rests on.</summary>
internal sealed record RulesAnswer
{
    /// <summary>A hash of rules, profiles and code lists.</summary>
    public required string Version { get; init; }

    /// <summary><c>draft</c>: no clinician has signed them. Or <c>reviewed</c>.</summary>
    public required string Review { get; init; }

    public static RulesAnswer Of(Suitability.Rules rules) => new() { Version = rules.Version, Review = rules.Review.Status };
}
