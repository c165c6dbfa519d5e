using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>
/// Which searches this browser has made: a cookie of marks (cut hashes of tokens) that goes when the browser is closed. The address of an
/// activity is what people copy and send; whoever opens it elsewhere must not learn from the token in it whom the search was for.
/// </summary>
internal static class OwnSearches
{
    public const string Name = "signposting-searches";

    /// <summary>A day's work of one browser; the oldest go first.</summary>
    private const int Most = 40;

    private const int MarkBytes = 9;
    private const int MarkCharacters = MarkBytes * 4 / 3;
    private const char Between = '.';

    public static void Note(HttpContext http, string token)
    {
        var marks = Marks(http.Request);
        var mark = MarkOf(token);
        if (marks.Contains(mark))
            return;
        http.Response.Cookies.Append(Name, string.Join(Between, marks.TakeLast(Most - 1).Append(mark)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true });
    }

    public static bool Has(HttpRequest request, string token) => Marks(request).Contains(MarkOf(token));

    private static string[] Marks(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= Most * (MarkCharacters + 1) } text
        ? [.. text.Split(Between).Where(mark => mark.Length == MarkCharacters && mark.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))]
        : [];

    private static string MarkOf(string token) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, MarkBytes));
}
