using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Feeds.Harvester.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Access;

/// <summary>An issuer of tokens of our own, whose discovery document and keys are served on a loopback socket.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Audience = "https://signposting.test";

    private RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };

    public TokenIssuer()
    {
        Server.On("/.well-known/openid-configuration", Reply.Json($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Server.Url("/keys")}}"}"""));
        Server.On("/keys", Reply.Json(KeySet));
    }

    public ScriptedServer Server { get; } = ScriptedServer.Start();

    public string Issuer => Server.Origin;

    /// <summary>The settings of a service that accepts this issuer.</summary>
    public string[] Settings => ["--Access:Jwt:Issuer", Issuer, "--Access:Jwt:Audience", Audience];

    /// <summary>The public key, as a JSON Web Key Set.</summary>
    public string KeySet
    {
        get
        {
            var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{_key.KeyId}}","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}]}""";
        }
    }

    /// <summary>From now on it signs with another key, and publishes that alone.</summary>
    public void Rotate()
    {
        _key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "two" };
        Server.On("/keys", Reply.Json(KeySet));
    }

    /// <summary>A good token with these scopes, unless changed.</summary>
    public string Token(string scope, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = FakeTime.Start.UtcDateTime,
            NotBefore = FakeTime.Start.UtcDateTime,
            Expires = FakeTime.Start.UtcDateTime.AddMinutes(10),
            Claims = new Dictionary<string, object> { ["scope"] = scope, ["client_id"] = "Test system", ["icb"] = "QWO" },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>A token that only claims to be signed.</summary>
    public string Unsigned(string scope)
    {
        var payload = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = Issuer, ["aud"] = Audience, ["exp"] = FakeTime.Start.AddMinutes(10).ToUnixTimeSeconds(), ["scope"] = scope, ["client_id"] = "Test system",
        });
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(payload)}.";
    }

    /// <summary>Signed with the public key as if it were a shared secret: the classic confusion of algorithms.</summary>
    public SigningCredentials PublicKeyAsSecret => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(KeySet)) { KeyId = _key.KeyId }, SecurityAlgorithms.HmacSha256);

    public static SigningCredentials Stranger => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
