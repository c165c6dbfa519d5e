using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Signposting.Api.Places;

/// <summary>How places are looked up.</summary>
internal static class PlaceRegistration
{
    private static readonly TimeSpan WholeTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static void AddPlaces(this IServiceCollection services, PlaceSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PlaceMemory>();
        services.AddSingleton<TownList>();
        services.AddSingleton<PlaceFinder>();
        services.AddSingleton(provider => new RemotePostcodes(
            new PostcodesIo(CreateClient(settings)),
            BuildPipeline(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<PlaceMemory>(),
            provider.GetRequiredService<ILogger<RemotePostcodes>>()));
    }

    // A plain client: those of the factory log each address that is asked.
    private static HttpClient CreateClient(PlaceSettings settings)
    {
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, AllowAutoRedirect = false })
        {
            BaseAddress = settings.RemoteUrl,
            MaxResponseContentBufferSize = PostcodesIo.MostAnswerBytes,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Signposting/1.0");
        return client;
    }

    private static ResiliencePipeline BuildPipeline(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(WholeTimeout)
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(IsWorthRetrying).Handle<IOException>().Handle<TimeoutRejectedException>(),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(30),
            ShouldHandle = new PredicateBuilder().Handle<Exception>(RemotePostcodes.IsOutage),
        })
        .AddTimeout(AttemptTimeout)
        .Build();

    private static bool IsWorthRetrying(HttpRequestException failure) => failure.StatusCode is null || (int)failure.StatusCode >= 500;
}
