using Microsoft.IdentityModel.Tokens;

namespace Signposting.Api.Access;

/// <summary>The settings under <c>Access:Jwt:</c>: whose bearer tokens are accepted.</summary>
internal sealed record JwtSettings
{
    /// <summary>The issuer (<c>iss</c>): a URL, below which its discovery document lies unless <see cref="Keys"/> are given.</summary>
    public required string Issuer { get; init; }

    /// <summary>What a token must be meant for (<c>aud</c>).</summary>
    public required string Audience { get; init; }

    /// <summary>The issuer's public keys, from a file; null: they are fetched from the issuer.</summary>
    public IReadOnlyList<SecurityKey>? Keys { get; init; }

    public string DiscoveryAddress => $"{Issuer.TrimEnd('/')}/.well-known/openid-configuration";

    public static JwtSettings? Read(IConfigurationSection section, string startFolder, List<string> problems)
    {
        var (issuer, audience, file) = (section["Issuer"], section["Audience"], section["Keys"]);
        if (string.IsNullOrEmpty(issuer) && string.IsNullOrEmpty(audience) && string.IsNullOrEmpty(file))
            return null;
        if (string.IsNullOrEmpty(issuer))
            problems.Add("Access:Jwt:Issuer: it is missing; name the issuer of the tokens as their iss has it, for example https://login.example/");
        else if (string.IsNullOrEmpty(file) && !IsFetchable(issuer))
            problems.Add($"Access:Jwt:Issuer: '{issuer}' is not an https URL from which keys can be fetched; correct it, or name a file of its public keys in Access:Jwt:Keys.");
        if (string.IsNullOrEmpty(audience))
            problems.Add("Access:Jwt:Audience: it is missing; without it tokens that were made for another service would be accepted.");
        return new JwtSettings
        {
            Issuer = issuer ?? "",
            Audience = audience ?? "",
            Keys = string.IsNullOrEmpty(file) ? null : KeysOf(Path.GetFullPath(file, startFolder), problems),
        };
    }

    /// <summary>Keys that arrive unprotected could be anybody's; on this machine there is nobody between.</summary>
    private static bool IsFetchable(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));

    private static IReadOnlyList<SecurityKey> KeysOf(string path, List<string> problems)
    {
        try
        {
            var keys = JsonWebKeySet.Create(File.ReadAllText(path)).GetSigningKeys();
            if (keys.Any(key => key is AsymmetricSecurityKey))
                return [.. keys.Where(key => key is AsymmetricSecurityKey)];
            problems.Add($"Access:Jwt:Keys: {path} holds no public signing key; it must be a JSON Web Key Set ({{\"keys\": […]}}).");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException)
        {
            problems.Add($"Access:Jwt:Keys: {path} cannot be read as a JSON Web Key Set: {failure.GetType().Name}.");
        }

        return [];
    }
}
