using Microsoft.AspNetCore.HttpOverrides;
using Signposting.Api.Problems;

namespace Signposting.Api.Access;

/// <summary>Who may call what, from where, and how often.</summary>
internal static class AccessRegistration
{
    private static readonly string[] SentHeaders = ["Accept", "Authorization", "Content-Type", "If-None-Match", Credentials.KeyHeader, CorrelationId.Header];
    private static readonly string[] ReadHeaders = ["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", CorrelationId.Header];

    public static void AddAccess(this IServiceCollection services, AccessSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Credentials>();
        services.AddSingleton<RateLimiter>();
        if (settings.CorsOrigins.Count == 0)
            return;
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.CorsOrigins])
            .WithMethods("GET", "POST")
            .WithHeaders(SentHeaders)
            .WithExposedHeaders(ReadHeaders)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    /// <summary>Goes before everything that asks where a request comes from.</summary>
    public static void UseProxies(this WebApplication app, AccessSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Goes after routing: an endpoint says who may call it.</summary>
    public static void UseAccess(this WebApplication app, AccessSettings settings)
    {
        if (settings.CorsOrigins.Count > 0)
            app.UseCors();
        app.UseMiddleware<AccessMiddleware>();
    }
}
