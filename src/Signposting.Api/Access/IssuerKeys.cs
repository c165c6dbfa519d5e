using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Signposting.Api.Access;

/// <summary>
/// The public keys of the issuer of tokens: those of the settings, or those that the issuer publishes, fetched when they are first needed,
/// once a day, and when a token is signed by one that is not among them. While the issuer is down, the last ones serve.
/// </summary>
internal sealed class IssuerKeys(JwtSettings settings, TimeProvider time)
{
    private const int LargestDocument = 256 * 1024;
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Anybody may send a token with an unknown key, and an issuer that is down must not be asked for each.</summary>
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromSeconds(10);

    private readonly HttpDocumentRetriever _documents = new(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = FetchTimeout,
        MaxResponseContentBufferSize = LargestDocument,
    })
    {
        // Whether plain http is acceptable (this machine alone) was decided when the settings were read.
        RequireHttps = settings.Keys is null && new Uri(settings.Issuer).Scheme == "https",
    };

    private readonly Lock _turn = new();
    private Task _fetching = Task.CompletedTask;
    private Fetched? _fetched;
    private long? _triedAt;

    /// <summary>Null: they cannot be had at the moment.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>?> CurrentAsync(CancellationToken cancel) =>
        settings.Keys ?? (_fetched is { } fetched && time.GetElapsedTime(fetched.At) < Longest ? fetched.Keys : await FetchAsync(_fetched?.Keys, cancel));

    /// <summary>Keys that are newer than these; null when there are none.</summary>
    public async ValueTask<IReadOnlyCollection<SecurityKey>?> NewerAsync(IReadOnlyCollection<SecurityKey> known, CancellationToken cancel) =>
        settings.Keys is null && await FetchAsync(known, cancel) is { } keys && !ReferenceEquals(keys, known) ? keys : null;

    private async Task<IReadOnlyCollection<SecurityKey>?> FetchAsync(IReadOnlyCollection<SecurityKey>? known, CancellationToken cancel)
    {
        await BeginUnlessNewer(known).WaitAsync(cancel);
        return _fetched?.Keys;
    }

    /// <summary>One asks for all who wait.</summary>
    private Task BeginUnlessNewer(IReadOnlyCollection<SecurityKey>? known)
    {
        lock (_turn)
        {
            var wasTried = _triedAt is { } tried && time.GetElapsedTime(tried) < BetweenFetches;
            if (!_fetching.IsCompleted || wasTried || !ReferenceEquals(_fetched?.Keys, known))
                return _fetching;
            _triedAt = time.GetTimestamp();
            return _fetching = FetchOnceAsync();
        }
    }

    private async Task FetchOnceAsync()
    {
        try
        {
            var published = await OpenIdConnectConfigurationRetriever.GetAsync(settings.DiscoveryAddress, _documents, CancellationToken.None);
            // The first ones may be changed the moment after.
            _triedAt = _fetched is null ? null : _triedAt;
            _fetched = new Fetched([.. published.SigningKeys.Where(key => key is AsymmetricSecurityKey)], time.GetTimestamp());
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException or ArgumentException or OperationCanceledException or System.Text.Json.JsonException)
        {
            // The keys that there are serve on; without any the caller is told.
        }
    }

    private sealed record Fetched(IReadOnlyCollection<SecurityKey> Keys, long At);
}
