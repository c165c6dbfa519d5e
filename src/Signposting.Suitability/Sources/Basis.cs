namespace Signposting.Suitability.Sources;

/// <summary>How firm a statement is, firmest first.</summary>
public enum Basis : byte
{
    /// <summary>Read in a guideline: <c>guideline</c>.</summary>
    Guideline,

    /// <summary>Read in a consensus statement of experts: <c>consensus</c>.</summary>
    Consensus,

    /// <summary>Read in a copy or a summary, not in the original: <c>second-hand</c>.</summary>
    SecondHand,

    /// <summary>Not read anywhere for this project, to be verified; never bears a recommendation: <c>general-knowledge</c>.</summary>
    GeneralKnowledge,
}
