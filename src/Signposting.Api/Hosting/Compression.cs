using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Signposting.Api.Hosting;

/// <summary>br or gzip for a caller who asks for it.</summary>
internal static class Compression
{
    private static readonly string[] Types =
    [
        "application/json", "application/geo+json", "application/problem+json", "application/openapi+json", "application/openapi+yaml", "text/plain+openapi",
        "text/yaml", "text/csv", "text/calendar", "text/html", "text/plain", "text/css", "application/javascript", "text/javascript", "image/svg+xml",
    ];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // No answer holds a secret of the service beside what a caller sent (the condition of the BREACH attack).
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = Types;
        });
        // Most of the gain is in the first level; the rest would cost the time that a search takes.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
