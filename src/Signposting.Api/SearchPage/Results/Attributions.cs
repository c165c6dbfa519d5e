using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Wording;

namespace Signposting.Api.SearchPage.Results;

/// <summary>Whom records come from, in a line each: an obligation of their licence.</summary>
internal static class Attributions
{
    public static AttributionLine Of(AttributionAnswer answer) => new(
        PublisherText.Line(answer.Publisher, PublisherText.LongestName) ?? "A publisher that does not give its name",
        WebAddress(answer.Dataset), LicenceName(answer.Licence), WebAddress(answer.Licence));

    private static string LicenceName(string? licence) => licence switch
    {
        null => "licence not stated",
        _ when licence.Contains("creativecommons.org/licenses/by/4.0", StringComparison.OrdinalIgnoreCase) => "CC BY 4.0",
        _ when licence.Contains("open-government-licence", StringComparison.OrdinalIgnoreCase) => "Open Government Licence",
        _ => PublisherText.Line(licence, 80) ?? "licence not stated",
    };

    // A publisher's link must never become a script in a page.
    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
