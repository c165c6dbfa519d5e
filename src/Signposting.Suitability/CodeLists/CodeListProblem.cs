namespace Signposting.Suitability.CodeLists;

/// <summary>Something wrong with a code list.</summary>
/// <param name="File">As given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">A sentence that names what is wrong.</param>
/// <param name="IsError">False for a mere repetition, which changes nothing; true for what would make an answer wrong.</param>
public sealed record CodeListProblem(string File, int Line, string Text, bool IsError)
{
    public override string ToString() => $"{File}, line {Line}: {Text}";
}
