namespace Signposting.Suitability.Verdicts;

/// <summary>Names, and which of several verdicts wins.</summary>
public static class VerdictNames
{
    /// <summary>As in answers and rule files: <c>ask-first</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Recommended => "recommended",
        Verdict.Suitable => "suitable",
        Verdict.AskFirst => "ask-first",
        Verdict.NotAdvised => "not-advised",
        _ => "unknown",
    };

    /// <summary>
    /// How cautious a verdict is: the highest of several wins. Unknown stands between suitable and ask-first: what is
    /// known to need a question is said, and what is not known is never called suitable.
    /// </summary>
    internal static byte Caution(this Verdict verdict) => verdict switch
    {
        Verdict.Recommended => 0,
        Verdict.Suitable => 1,
        Verdict.Unknown => 2,
        Verdict.AskFirst => 3,
        _ => 4,
    };

    internal static Verdict OfCaution(byte caution) => caution switch
    {
        0 => Verdict.Recommended,
        1 => Verdict.Suitable,
        2 => Verdict.Unknown,
        3 => Verdict.AskFirst,
        _ => Verdict.NotAdvised,
    };

    internal static Verdict? Parse(string name) => name switch
    {
        "recommended" => Verdict.Recommended,
        "suitable" => Verdict.Suitable,
        "ask-first" => Verdict.AskFirst,
        "not-advised" => Verdict.NotAdvised,
        "unknown" => Verdict.Unknown,
        _ => null,
    };
}
