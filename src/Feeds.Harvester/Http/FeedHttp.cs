using Polly;

namespace Feeds.Harvester.Http;

/// <summary>
/// Fetches what publishers offer: politely, within limits, only from public addresses, and tried again where that may
/// help. One instance serves the whole process. Failure is a <see cref="Fault"/>; only the caller's own cancellation
/// throws.
/// </summary>
public sealed class FeedHttp : IDisposable
{
    private readonly HttpMessageInvoker invoker;
    private readonly Exchange exchange;
    private readonly ResiliencePipeline<Attempt> retrying;

    /// <summary>Makes a client with its own connections.</summary>
    public FeedHttp(FeedHttpOptions options)
    {
        invoker = new HttpMessageInvoker(FeedHandler.Create(options));
        exchange = new Exchange(invoker, options);
        retrying = Retrying.Pipeline(options);
    }

    /// <summary>Fetches one URL, following redirects. The URL goes over the wire as it is written.</summary>
    public async Task<FetchResult> GetAsync(string url, Wanted wanted, CancellationToken cancel)
    {
        var last = await retrying.ExecuteAsync(
            static async (call, token) => await call.Exchange.FollowAsync(call.Url, call.Wanted, token),
            (Exchange: exchange, Url: url, Wanted: wanted),
            cancel);
        return last.Result;
    }

    /// <inheritdoc/>
    public void Dispose() => invoker.Dispose();
}
