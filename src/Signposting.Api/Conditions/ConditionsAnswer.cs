using Signposting.Suitability.Conditions;
using Signposting.Suitability.Sources;

namespace Signposting.Api.Conditions;

/// <summary>The conditions that this service knows.</summary>
internal sealed record ConditionsAnswer
{
    public required RulesAnswer Rules { get; init; }

    /// <summary>Ordered by key.</summary>
    public required IReadOnlyList<ConditionAnswer> Items { get; init; }

    /// <summary>Codes to write back to a patient's record, whatever the condition.</summary>
    public required IReadOnlyList<RecordCodeAnswer> RecordCodes { get; init; }

    /// <summary>Present and true when the opportunities of this service are made up; what is said of conditions is not.</summary>
    public bool? Demo { get; init; }
}

/// <summary>A condition, and what there is to say to somebody who has it.</summary>
internal record ConditionAnswer
{
    /// <summary>What <c>condition</c> takes.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>SNOMED CT codes that lead here, besides those that this deployment has added.</summary>
    public required IReadOnlyList<CodeAnswer> Codes { get; init; }

    public required string Summary { get; init; }

    /// <summary>Why activity helps.</summary>
    public required IReadOnlyList<StatementAnswer> Why { get; init; }

    /// <summary>What to look for in an opportunity.</summary>
    public required IReadOnlyList<string> LookFor { get; init; }

    /// <summary>What to ask the person first.</summary>
    public required IReadOnlyList<string> Ask { get; init; }

    public required IReadOnlyList<StatementAnswer> Cautions { get; init; }

    /// <summary>When to stop and get help.</summary>
    public required IReadOnlyList<StatementAnswer> Stop { get; init; }

    /// <summary>Present where the right answer is this message and no activities at all.</summary>
    public StatementAnswer? NoActivities { get; init; }

    public required IReadOnlyList<SourceAnswer> Sources { get; init; }

    /// <summary><c>draft</c>: no clinician has signed it. Or <c>reviewed</c>.</summary>
    public required string Review { get; init; }

    public static ConditionAnswer Of(Condition condition) => new()
    {
        Key = condition.Key,
        Name = condition.Name,
        Codes = [.. condition.Codes.Select(code => new CodeAnswer(code.Code, code.Term))],
        Summary = condition.Summary,
        Why = [.. condition.Why.Select(StatementAnswer.Of)],
        LookFor = condition.LookFor,
        Ask = condition.Ask,
        Cautions = [.. condition.Cautions.Select(StatementAnswer.Of)],
        Stop = [.. condition.Stop.Select(StatementAnswer.Of)],
        NoActivities = condition.NoActivities is { } message ? StatementAnswer.Of(message) : null,
        Sources = [.. condition.Sources.Select(SourceAnswer.Of)],
        Review = condition.Review.Status,
    };
}

/// <summary>One condition alone.</summary>
internal sealed record ConditionDetailAnswer : ConditionAnswer
{
    [System.Text.Json.Serialization.JsonConstructor]
    public ConditionDetailAnswer() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ConditionDetailAnswer(ConditionAnswer condition, RulesAnswer rules, IReadOnlyList<RecordCodeAnswer> recordCodes, bool? demo = null) : base(condition) =>
        (Rules, RecordCodes, Demo) = (rules, recordCodes, demo);

    public required RulesAnswer Rules { get; init; }

    /// <summary>Codes to write back to a patient's record.</summary>
    public required IReadOnlyList<RecordCodeAnswer> RecordCodes { get; init; }

    /// <summary>Present and true when the opportunities of this service are made up; what is said of conditions is not.</summary>
    public bool? Demo { get; init; }
}

/// <summary>A SNOMED CT code.</summary>
internal sealed record CodeAnswer(string Code, string Term);

/// <summary>A SNOMED CT code to write back.</summary>
/// <param name="Use">What it records.</param>
internal sealed record RecordCodeAnswer(string Use, string Code, string Term);

/// <summary>A sentence, and what it rests on.</summary>
internal sealed record StatementAnswer(string Text, SourceAnswer Source)
{
    public static StatementAnswer Of(Statement statement) => new(statement.Text, SourceAnswer.Of(statement.Source));
}
