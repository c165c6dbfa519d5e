using Signposting.Suitability.CodeLists;

namespace Signposting.Suitability;

/// <summary>How a deployment wants its rules.</summary>
public sealed record RulesOptions
{
    /// <summary>Further SNOMED CT codes.</summary>
    public IReadOnlyList<CodeListFile> CodeLists { get; init; } = [];

    /// <summary>True: rules that nobody has signed are refused.</summary>
    public bool RequireReviewed { get; init; }
}
