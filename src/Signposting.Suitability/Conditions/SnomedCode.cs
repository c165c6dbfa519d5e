using System.Diagnostics.CodeAnalysis;

namespace Signposting.Suitability.Conditions;

/// <summary>
/// A SNOMED CT identifier: 6 to 18 digits, of which the last is a check digit (Verhoeff's scheme) and the two before it
/// say what it identifies (SNOMED CT Release File Specification, "SCTID").
/// </summary>
public static class SnomedCode
{
    /// <summary>The system of <c>system|code</c>.</summary>
    public const string System = "http://snomed.info/sct";

    private static readonly byte[,] Product =
    {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 },
        { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 },
        { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 },
        { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 },
        { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 },
        { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 },
        { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 },
        { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 },
        { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 },
        { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
    };

    private static readonly byte[,] Permutation =
    {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 },
        { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 },
        { 5, 8, 0, 3, 7, 9, 6, 1, 4, 2 },
        { 8, 9, 1, 6, 0, 4, 3, 5, 2, 7 },
        { 9, 4, 5, 3, 1, 2, 6, 8, 7, 0 },
        { 4, 2, 8, 6, 5, 7, 3, 9, 0, 1 },
        { 2, 7, 9, 3, 8, 0, 6, 4, 1, 5 },
        { 7, 0, 4, 6, 9, 1, 3, 2, 5, 8 },
    };

    /// <summary>Whether a text can be the code of a concept; otherwise a sentence that says why not.</summary>
    public static bool IsConcept(string text, [NotNullWhen(false)] out string? why)
    {
        ArgumentNullException.ThrowIfNull(text);
        why = Refuse(text);
        return why is null;
    }

    private static string? Refuse(string text)
    {
        if (text.Length is < 6 or > 18 || !text.All(char.IsAsciiDigit) || text[0] == '0')
        {
            return "a SNOMED CT code has 6 to 18 digits and does not start with 0";
        }

        if (!HasCheckDigit(text))
        {
            return "its last digit (the check digit) does not fit the others: a digit is wrong, missing or exchanged";
        }

        return text[^2] == '0'
            ? null
            : "it identifies a description or a relationship of SNOMED CT, not a concept";
    }

    private static bool HasCheckDigit(string digits)
    {
        byte check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            check = Product[check, Permutation[i % 8, digits[^(i + 1)] - '0']];
        }

        return check == 0;
    }
}
