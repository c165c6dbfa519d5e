using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Opportunities;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>
/// Writes and reads the tokens that stand for a search in an address (<c>/search?s=TOKEN</c>): encrypted, because they hold
/// where a patient lives and what they have, and good for eight hours, a working day.
/// </summary>
internal sealed class SearchTokens(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>A search with everything in it makes about 900.</summary>
    public const int MostCharacters = 8_000;

    /// <summary>Counts up when the form below changes.</summary>
    private const byte Form = 2;

    private readonly IDataProtector _protector = protection.CreateProtector("Signposting.SearchPage.Search");

    public string Write(PageSearch search)
    {
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(time.GetUtcNow().ToUnixTimeSeconds());
        SearchBytes.Write(writer, search.Request);
        SearchBytes.Write(writer, search.Place);
        writer.Write(search.Town ?? "");
        writer.Write(search.When);
        writer.Flush();
        return WebEncoders.Base64UrlEncode(_protector.Protect(buffer.ToArray()));
    }

    /// <summary>Null when it was not written here, was changed, or is too old.</summary>
    public PageSearch? Read(string? text)
    {
        // Decoding passes over white space, which could not stand in an address that we make of it.
        if (string.IsNullOrEmpty(text) || text.Length > MostCharacters || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(text))), Encoding.UTF8);
            if (reader.ReadByte() != Form || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()) > Lifetime)
                return null;
            return new PageSearch
            {
                Request = SearchBytes.ReadRequest(reader),
                Place = SearchBytes.ReadPlace(reader),
                Town = reader.ReadString() is { Length: > 0 } town ? town : null,
                When = reader.ReadString(),
            };
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or EndOfStreamException)
        {
            return null;
        }
    }
}
