using Polly;
using Polly.Retry;

namespace Feeds.Harvester.Http;

/// <summary>The retries of <see cref="FeedHttp"/>: exponential with jitter, or what the publisher asked for.</summary>
internal static class Retrying
{
    public static ResiliencePipeline<Attempt> Pipeline(FeedHttpOptions options)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.Time };
        return options.Retries <= 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstWait,
            MaxDelay = options.LongestWait,
            Randomizer = () => NextDouble(options.Random),
            ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome.Result is { MayPass: true } failed
                && (!failed.IsOnce || outcome.AttemptNumber == 0)),
            DelayGenerator = static outcome => ValueTask.FromResult(outcome.Outcome.Result?.Wait),
        }).Build();
    }

    /// <summary>A <see cref="Random"/> with a seed is not safe to share between threads by itself.</summary>
    public static double NextDouble(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
