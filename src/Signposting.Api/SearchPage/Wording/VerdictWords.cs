namespace Signposting.Api.SearchPage.Wording;

/// <summary>Verdicts of the rules, for people.</summary>
internal static class VerdictWords
{
    /// <param name="verdict">As <c>suitability.verdict</c> has it.</param>
    public static (string Text, string TagClass) Of(string verdict) => verdict switch
    {
        "recommended" => ("Recommended", "nhsuk-tag--green"),
        "suitable" => ("Suitable", "nhsuk-tag--blue"),
        "ask-first" => ("Ask first", "nhsuk-tag--yellow"),
        "not-advised" => ("Not advised", "nhsuk-tag--red"),
        _ => ("Suitability not known", "nhsuk-tag--grey"),
    };
}
