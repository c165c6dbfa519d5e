using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Signposting.Api.Keys;

/// <summary>
/// The text of an API key: <c>spk_</c>, its id, and a secret of 256 random bits. A secret that long cannot be guessed, so that
/// a plain SHA-256 of the key keeps it safe; slow hashes are for what people think up. The prefix lets scanners for
/// leaked secrets find it.
/// </summary>
internal static partial class ApiKeyText
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int IdLetters = 10;
    private const int SecretLetters = 52;

    /// <summary>A new key.</summary>
    public static (string Id, string Text) Make()
    {
        var id = RandomNumberGenerator.GetString(Letters, IdLetters);
        return (id, $"spk_{id}_{RandomNumberGenerator.GetString(Letters, SecretLetters)}");
    }

    /// <summary>The id that a key names; null when the text has not the form of a key.</summary>
    public static string? IdOf(string text) => Form().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    public static bool IsId(string text) => IdForm().IsMatch(text);

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("^spk_(?<id>[0-9a-hjkmnp-tv-z]{10})_[0-9a-hjkmnp-tv-z]{52}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex("^[0-9a-hjkmnp-tv-z]{10}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
