namespace Signposting.Suitability.Conditions;

/// <summary>What a key or a code leads to.</summary>
public abstract record ConditionLookUp
{
    private ConditionLookUp() { }

    /// <param name="Condition">The condition.</param>
    /// <param name="Code">The SNOMED CT code that was sent, without its system; null when a key was.</param>
    public sealed record Found(Condition Condition, string? Code) : ConditionLookUp;

    public sealed record Refused(ConditionRefusal Refusal) : ConditionLookUp;
}
