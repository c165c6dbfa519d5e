using System.Security.Authentication;

namespace Feeds.Harvester.Http;

/// <summary>How one try of a fetch ended, and whether another try may end better.</summary>
/// <param name="Result">The page or the fault.</param>
/// <param name="MayPass">Whether the fault is of a passing kind.</param>
/// <param name="Wait">How long the publisher asked us to wait before the next try, if it did.</param>
/// <param name="IsOnce">Whether one more try is all that it is worth.</param>
internal sealed record Attempt(FetchResult Result, bool MayPass = false, TimeSpan? Wait = null, bool IsOnce = false)
{
    public static Attempt Done(FetchedPage page) => new(FetchResult.Of(page));

    public static Attempt Final(Fault fault) => new(FetchResult.Of(fault));

    public static Attempt Passing(Fault fault, TimeSpan? wait = null) => new(FetchResult.Of(fault), MayPass: true, wait);

    /// <summary>No answer in time. A server that was asleep answers the second time; more tries would hold for minutes a
    /// place that other feeds wait for.</summary>
    public static Attempt Silent(Fault fault) => new(FetchResult.Of(fault), MayPass: true, IsOnce: true);

    /// <summary>What an exception of the connection means.</summary>
    public static Attempt Broken(string host, Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ConnectRefusedException refused:
                    return new Attempt(FetchResult.Of(refused.Fault), refused.MayPass);
                case AuthenticationException untrusted:
                    return Final(Faults.Tls(host, untrusted.Message));
                case HttpIOException io:
                    return OfError(host, io.HttpRequestError, io);
                case HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request when request.InnerException is null:
                    return OfError(host, request.HttpRequestError, request);
            }
        }

        return Passing(Faults.Unreachable(host, exception.GetBaseException().Message));
    }

    private static Attempt OfError(string host, HttpRequestError error, Exception exception) => error switch
    {
        HttpRequestError.ResponseEnded => Passing(Faults.Truncated(host)),
        HttpRequestError.InvalidResponse => Final(Faults.NotHttp(host)),
        HttpRequestError.ConfigurationLimitExceeded => Final(Faults.HeaderTooLarge(host)),
        HttpRequestError.SecureConnectionError => Final(Faults.Tls(host, exception.Message)),
        _ => Passing(Faults.Unreachable(host, exception.Message)),
    };
}
