using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Feeds.Harvester.Http;

/// <summary>The connection handler of <see cref="FeedHttp"/>: nothing in it is left to the environment.</summary>
internal static class FeedHandler
{
    public static SocketsHttpHandler Create(FeedHttpOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = options.Proxy is not null,
        Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
        Credentials = null,
        PreAuthenticate = false,
        ConnectCallback = new AddressGuard(options).ConnectAsync,
        ConnectTimeout = options.Limits.HeadTime,
        MaxResponseHeadersLength = options.Limits.HeaderKilobytes,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = ChainPolicy(options.Roots) },
    };

    private static X509ChainPolicy? ChainPolicy(X509Certificate2Collection? roots)
    {
        if (roots is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
