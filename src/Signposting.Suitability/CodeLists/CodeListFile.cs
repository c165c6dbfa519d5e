namespace Signposting.Suitability.CodeLists;

/// <summary>A CSV file with the columns <c>code,condition</c>: a SNOMED CT code, and the key of a condition.</summary>
/// <param name="Name">To name it in messages.</param>
/// <param name="Text">Its content, at most 32 million characters.</param>
public sealed record CodeListFile(string Name, string Text);
