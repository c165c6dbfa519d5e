namespace Signposting.Suitability.Verdicts;

/// <summary>What the rules say of an activity, in the order in which results are shown.</summary>
public enum Verdict : byte
{
    /// <summary>A source that is more than general knowledge supports it: <c>recommended</c>.</summary>
    Recommended,

    /// <summary>Nothing speaks against it: <c>suitable</c>.</summary>
    Suitable,

    /// <summary>A question has to be answered first: <c>ask-first</c>.</summary>
    AskFirst,

    /// <summary><c>not-advised</c>.</summary>
    NotAdvised,

    /// <summary>The activity is not known, or the rules say nothing of it: <c>unknown</c>. Shown last, never as suitable.</summary>
    Unknown,
}
