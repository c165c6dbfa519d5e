namespace Signposting.Suitability.Reading;

/// <summary>Why a rule file is refused: where (from 1), and a sentence that says what is wrong.</summary>
public sealed record RuleProblem(string File, int Line, int Column, string Text)
{
    /// <summary>In the form that MSBuild shows as an error of that file.</summary>
    public override string ToString() => $"{File}({Line},{Column}): error RULES: {Text}";
}
