using System.Globalization;
using Signposting.Api.Problems;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>
/// Finds NHS numbers, so that one that is sent by mistake is refused: ten digits, of which the last is a check digit modulo 11
/// (NHS Data Dictionary, "NHS NUMBER"). One in about eleven numbers of ten digits passes for one.
/// </summary>
internal static class NhsNumber
{
    public const string Refusal = "looks like an NHS number; this service must not be sent anything that names a person, so leave it out";

    private const int Digits = 10;
    private const int Modulus = 11;

    /// <summary>Notes a refusal when the value as a whole is an NHS number, and no SNOMED CT code of a known condition.</summary>
    /// <param name="value">Null: nothing was sent.</param>
    /// <returns>Whether it was refused.</returns>
    public static bool Refuse(string? value, string name, ConditionList conditions, ParameterErrors errors)
    {
        if (value is null || !Is(value) || conditions.LookUp(value) is ConditionLookUp.Found)
            return false;
        errors.Add(name, Refusal);
        return true;
    }

    /// <summary>Whether the text as a whole is one, in whatever grouping and whatever script's digits: <c>943 476 5919</c>.</summary>
    public static bool Is(string text)
    {
        Span<int> digits = stackalloc int[Digits];
        var count = 0;
        foreach (var letter in text)
        {
            if (Separates(letter))
                continue;
            var digit = CharUnicodeInfo.GetDecimalDigitValue(letter);
            if (digit < 0 || count == Digits)
                return false;
            digits[count++] = digit;
        }

        return count == Digits && HasCheckDigit(digits);
    }

    private static bool HasCheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < Digits - 1; i++)
            sum += digits[i] * (Digits - i);
        // A check digit of 10 is never given out, and no digit equals it.
        return (Modulus - (sum % Modulus)) % Modulus == digits[^1];
    }

    private static bool Separates(char letter) => char.IsWhiteSpace(letter)
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
