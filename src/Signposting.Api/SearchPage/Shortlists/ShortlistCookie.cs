using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>
/// Keeps the shortlist in the browser and nowhere else: an encrypted cookie that holds ids and a time, goes when the browser is
/// closed, and counts for eight hours, so that the next person's list does not begin with the last one's.
/// </summary>
internal sealed class ShortlistCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "signposting-shortlist";

    private const int HeadBytes = sizeof(long);
    private const int MostCharacters = 1_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly IDataProtector _protector = protection.CreateProtector("Signposting.SearchPage.Shortlist");

    /// <summary>The list of this browser; empty when it has none, or none that is still valid.</summary>
    public Shortlist Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 and <= MostCharacters } text)
            return Shortlist.Empty;
        try
        {
            var bytes = _protector.Unprotect(WebEncoders.Base64UrlDecode(text));
            if ((bytes.Length - HeadBytes) % PackedIds.BytesEach != 0)
                return Shortlist.Empty;
            var written = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
            return time.GetUtcNow() - written > Lifetime ? Shortlist.Empty : Shortlist.Of(PackedIds.Unpack(bytes.AsSpan(HeadBytes)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentOutOfRangeException)
        {
            return Shortlist.Empty;
        }
    }

    public void Write(HttpContext http, Shortlist list)
    {
        if (list.Ids.Count == 0)
        {
            http.Response.Cookies.Delete(Name, Options(http));
            return;
        }

        var ids = PackedIds.Pack(list.Ids);
        var bytes = new byte[HeadBytes + ids.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.GetUtcNow().ToUnixTimeSeconds());
        ids.CopyTo(bytes, HeadBytes);
        http.Response.Cookies.Append(Name, WebEncoders.Base64UrlEncode(_protector.Protect(bytes)), Options(http));
    }

    // Lax: who follows a link to a page of ours still has their list.
    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
