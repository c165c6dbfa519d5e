namespace Signposting.Suitability.Sources;

/// <summary>How a basis is written.</summary>
public static class BasisNames
{
    /// <summary>As in answers and rule files: <c>second-hand</c>.</summary>
    public static string Name(this Basis basis) => basis switch
    {
        Basis.Guideline => "guideline",
        Basis.Consensus => "consensus",
        Basis.SecondHand => "second-hand",
        _ => "general-knowledge",
    };
}
