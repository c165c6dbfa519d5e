namespace Signposting.Suitability.Conditions;

/// <summary>A SNOMED CT code that stands for a condition.</summary>
/// <param name="Code">Digits.</param>
/// <param name="Term">As seen where the code was found.</param>
/// <param name="Confidence">A: read in an official list; A-: in a list built on one; B: second-hand.</param>
public sealed record ConditionCode(string Code, string Term, string Confidence);
