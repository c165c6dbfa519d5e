using System.Globalization;
using System.Net.Http.Headers;

namespace Feeds.Harvester.Http;

/// <summary>Dates in response headers, in the three forms of RFC 9110 section 5.6.7. The name of the day is not read, so
/// that a wrong one does no harm.</summary>
internal static class HttpDate
{
    private static readonly string[] Forms = ["dd MMM yyyy HH:mm:ss 'GMT'", "dd-MMM-yy HH:mm:ss 'GMT'", "MMM d HH:mm:ss yyyy"];

    public static DateTimeOffset? Read(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? Parse(values.ToString()) : null;

    public static DateTimeOffset? Parse(string text) => DateTimeOffset.TryParseExact(
        WithoutDay(text.Trim()), Forms, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    private static string WithoutDay(string text) =>
        text.AsSpan().IndexOfAny(", ") is var end and > 0 && char.IsAsciiLetter(text[0]) ? text[(end + 1)..] : text;
}
