using System.Text.RegularExpressions;

namespace Signposting.Api.Access;

/// <summary>Codes of the NHS Organisation Data Service: their form, not whether they are in use.</summary>
internal static partial class OdsCode
{
    /// <summary>An organisation: letters and digits (<c>A81001</c>).</summary>
    public static string? Organisation(string? text) => Canonical(text) is { } code && OrganisationForm().IsMatch(code) ? code : null;

    /// <summary>An Integrated Care Board: <c>Q</c> and two more (<c>QWO</c>).</summary>
    public static string? Icb(string? text) => Canonical(text) is { } code && IcbForm().IsMatch(code) ? code : null;

    private static string? Canonical(string? text) => text?.Trim().ToUpperInvariant();

    [GeneratedRegex("^[A-Z0-9]{3,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex OrganisationForm();

    [GeneratedRegex("^Q[A-Z0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex IcbForm();
}
