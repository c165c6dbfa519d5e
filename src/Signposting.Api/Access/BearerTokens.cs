using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Signposting.Api.Access;

/// <summary>
/// Checks bearer tokens (JWT, RFC 9068): signature by a public key of the issuer, issuer, audience and time. The client is
/// <c>client_id</c>, <c>azp</c> or <c>sub</c>; scopes are <c>scope</c> or <c>scp</c>; <c>icb</c> and <c>ods</c> hold ODS codes.
/// </summary>
internal sealed class BearerTokens(JwtSettings settings, TimeProvider time)
{
    private const int LongestToken = 8 * 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Public keys only: with a shared secret, whoever can check a token could also make one.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly IssuerKeys _keys = new(settings, time);

    /// <summary>The caller that the token speaks for; a reason, when it is refused; <see cref="Checked.Unavailable"/> when the issuer's keys cannot be had.</summary>
    public async ValueTask<Checked> CheckAsync(string token, CancellationToken cancel)
    {
        if (token.Length > LongestToken || !_handler.CanReadToken(token))
            return new Checked.Refused("The bearer token is no JWT.");
        if (await _keys.CurrentAsync(cancel) is not { } keys)
            return new Checked.Unavailable();
        var result = await _handler.ValidateTokenAsync(token, Parameters(keys));
        // The issuer may have changed its keys.
        if (result.Exception is SecurityTokenInvalidSignatureException && await _keys.NewerAsync(keys, cancel) is { } newer)
            result = await _handler.ValidateTokenAsync(token, Parameters(newer));
        return result.IsValid ? CallerOf((JsonWebToken)result.SecurityToken) : new Checked.Refused(Reason(result.Exception));
    }

    private TokenValidationParameters Parameters(IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = keys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (until is not { } end)
            throw new SecurityTokenNoExpirationException();
        return now - ClockSkew < end && (from is not { } start || now + ClockSkew >= start);
    }

    private static Checked CallerOf(JsonWebToken token)
    {
        var client = Claim(token, "client_id") ?? Claim(token, "azp") ?? Claim(token, "sub");
        if (ClientName.Read(client) is not { } name)
            return new Checked.Refused("The bearer token names no client (client_id, azp or sub).");
        return new Checked.Known(new Caller
        {
            Client = name,
            Scopes = token.Claims.Where(claim => claim.Type is "scope" or "scp").SelectMany(claim => claim.Value.Split(' ')).Where(Scopes.IsKnown).ToFrozenSet(StringComparer.Ordinal),
            Icb = OdsCode.Icb(Claim(token, "icb")),
            Ods = OdsCode.Organisation(Claim(token, "ods")),
        });
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;

    private static string Reason(Exception? failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "The bearer token has expired, or is not valid yet.",
        SecurityTokenInvalidAudienceException => "The bearer token was made for another audience.",
        SecurityTokenInvalidIssuerException => "The bearer token is of another issuer.",
        SecurityTokenNoExpirationException => "The bearer token does not expire; one that does is required.",
        _ => "The bearer token is not signed by the issuer.",
    };
}
