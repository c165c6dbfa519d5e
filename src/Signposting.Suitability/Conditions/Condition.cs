using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Conditions;

/// <summary>A clinical condition, and all that the rules say of it.</summary>
public sealed record Condition
{
    /// <summary>Lower case with hyphens: <c>type-2-diabetes</c>.</summary>
    public required string Key { get; init; }

    /// <summary>In plain English.</summary>
    public required string Name { get; init; }

    public required Review Review { get; init; }

    /// <summary>Without those of further code lists; may be empty.</summary>
    public required IReadOnlyList<ConditionCode> Codes { get; init; }

    /// <summary>What people call it, in lower case, what means it most first: <c>high blood pressure</c>. Name and key are not repeated.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Words that mean it only where nothing else is said: <c>knee</c>, <c>ms</c>.</summary>
    public required IReadOnlyList<string> WordsAlone { get; init; }

    /// <summary>Words that hold one of the others and mean something else: <c>breast stroke</c>.</summary>
    public required IReadOnlyList<string> NotWords { get; init; }

    /// <summary>What activity means for people with this condition, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>Why activity helps.</summary>
    public required IReadOnlyList<Statement> Why { get; init; }

    /// <summary>What to look for in an opportunity.</summary>
    public required IReadOnlyList<string> LookFor { get; init; }

    /// <summary>What to ask the person before signposting.</summary>
    public required IReadOnlyList<string> Ask { get; init; }

    public required IReadOnlyList<Statement> Cautions { get; init; }

    /// <summary>When to stop and get help.</summary>
    public required IReadOnlyList<Statement> Stop { get; init; }

    /// <summary>Set where the right answer is this message and no activities at all.</summary>
    public Statement? NoActivities { get; init; }

    /// <summary>Everything that its statements and rules rest on, each once.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    internal IReadOnlyList<SuitabilityRule> Rules { get; init; } = [];

    /// <summary>What holds where no rule applies.</summary>
    internal SuitabilityRule Otherwise { get; init; } = null!;

    /// <summary>Its place in the order of keys.</summary>
    internal int Index { get; init; }
}
