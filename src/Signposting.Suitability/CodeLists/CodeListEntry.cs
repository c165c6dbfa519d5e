namespace Signposting.Suitability.CodeLists;

/// <summary>A further SNOMED CT code, and the key of the condition that it stands for.</summary>
public sealed record CodeListEntry(string Code, string Condition);
