using System.Collections.Frozen;
using System.Security.Cryptography;
using Signposting.Api.Hosting;
using Signposting.Api.Keys;
using Signposting.Store.Access;

namespace Signposting.Api.Access;

/// <summary>Looks at the credential of a request: <c>X-Api-Key</c>, or <c>Authorization: Bearer</c>.</summary>
internal sealed class Credentials(StoreAccess store, AccessSettings settings, TimeProvider time)
{
    public const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    private static readonly Checked.Refused UnknownKey = new("The API key is not valid, or was revoked.");

    private readonly BearerTokens? _tokens = settings.Jwt is { } jwt ? new BearerTokens(jwt, time) : null;

    public async ValueTask<Checked> CheckAsync(HttpRequest request, CancellationToken cancel)
    {
        var (keys, authorization) = (request.Headers[KeyHeader], request.Headers.Authorization);
        return (keys.Count, authorization.Count) switch
        {
            (0, 0) => new Checked.Absent(),
            (1, 0) => await CheckKeyAsync(keys[0]!, cancel),
            (0, 1) => await CheckAuthorizationAsync(authorization[0]!, cancel),
            _ => new Checked.Refused("Several credentials were sent. Send one: X-Api-Key, or Authorization."),
        };
    }

    private async ValueTask<Checked> CheckKeyAsync(string text, CancellationToken cancel)
    {
        if (ApiKeyText.IdOf(text) is not { } id || await store.Store.FindApiKeyAsync(id, cancel) is not { } key)
            return UnknownKey;
        var isRight = CryptographicOperations.FixedTimeEquals(ApiKeyText.HashOf(text), key.Hash.Span);
        return isRight && key.RevokedAt is null ? new Checked.Known(CallerOf(key)) : UnknownKey;
    }

    private async ValueTask<Checked> CheckAuthorizationAsync(string text, CancellationToken cancel)
    {
        if (_tokens is null)
            return new Checked.Refused("This service accepts no bearer tokens (Access:Jwt:Issuer is not set). Send X-Api-Key.");
        return text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await _tokens.CheckAsync(text[Bearer.Length..].Trim(), cancel)
            : new Checked.Refused("Authorization must be Bearer and a token.");
    }

    private static Caller CallerOf(ApiKey key) => new()
    {
        Client = key.Client,
        Scopes = key.Scopes.ToFrozenSet(StringComparer.Ordinal),
        Icb = key.Icb,
        Ods = key.Ods,
    };
}
