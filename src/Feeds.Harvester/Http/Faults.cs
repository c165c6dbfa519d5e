using System.Globalization;

namespace Feeds.Harvester.Http;

/// <summary>The sentences of the faults that fetching can meet.</summary>
internal static class Faults
{
    public static Fault BadUrl(string url, string why) =>
        new(FaultCode.BadUrl, $"The address {Shown(url)} cannot be requested: {why}. Correct it at its source.");

    public static Fault Credentials() => new(FaultCode.Credentials,
        "The address holds a user name or password; open data needs none. Remove the part before the @.");

    public static Fault Forbidden(string host) => new(FaultCode.ForbiddenAddress,
        $"{Shown(host)} is not on a public address, so it is not contacted. Only if that host is your own, add its origin to Feeds:TrustedOrigins; otherwise tell the publisher where the feed leads.");

    public static Fault Dns(string host) => new(FaultCode.Dns,
        $"The name {Shown(host)} cannot be resolved. It is tried again; check the spelling, and that this machine has DNS.");

    public static Fault Unreachable(string host, string why) => new(FaultCode.Unreachable,
        $"{Shown(host)} cannot be reached ({Shown(why)}). It is tried again; if it lasts, tell the publisher.");

    public static Fault Tls(string host, string why) => new(FaultCode.Tls,
        $"{Shown(host)} has no valid certificate ({Shown(why)}). It is not read until the publisher has mended it.");

    public static Fault NoAnswer(string host, TimeSpan limit) => new(FaultCode.Timeout,
        $"{Shown(host)} gave no answer within {Seconds(limit)} s. It is tried again; if it lasts, tell the publisher.");

    public static Fault TooSlow(string host) => new(FaultCode.Timeout,
        $"{Shown(host)} sent its answer too slowly, and it was given up. It is tried again; if it lasts, tell the publisher.");

    public static Fault Truncated(string host) => new(FaultCode.Truncated,
        $"The answer of {Shown(host)} broke off before its end. Nothing of it was used; it is tried again.");

    public static Fault NotHttp(string host) => new(FaultCode.NotHttp,
        $"{Shown(host)} does not answer in HTTP. Check the scheme and the port of the address.");

    public static Fault HeaderTooLarge(string host) => new(FaultCode.TooLarge,
        $"The header of the answer of {Shown(host)} is too long. Tell the publisher.");

    public static Fault TooLarge(string host, long limit) => new(FaultCode.TooLarge,
        $"A page of {Shown(host)} is larger than {Megabytes(limit)} MB. The publisher must make smaller pages.");

    public static Fault Bomb(string host) => new(FaultCode.Bomb,
        $"A page of {Shown(host)} inflates out of all proportion and was given up. Tell the publisher.");

    public static Fault BadCompression(string host, string encoding) => new(FaultCode.BadCompression,
        $"A page of {Shown(host)} cannot be decompressed as {Shown(encoding)}. It is tried again; if it lasts, tell the publisher.");

    public static Fault RedirectLoop(string host) => new(FaultCode.RedirectLoop,
        $"{Shown(host)} redirects in a circle or too often. Use the address that it should lead to, or tell the publisher.");

    public static Fault Downgrade(string host) => new(FaultCode.BadRedirect,
        $"{Shown(host)} redirects from https to http, which is not followed. Tell the publisher.");

    public static Fault RedirectNowhere(string host) => new(FaultCode.BadRedirect,
        $"{Shown(host)} redirects without saying where to. Tell the publisher.");

    public static Fault RateLimited(string host, int status, DateTimeOffset retryAt) => new(FaultCode.RateLimited,
        string.Create(CultureInfo.InvariantCulture, $"{Shown(host)} answered {status}: it wants no requests before {retryAt.UtcDateTime:yyyy-MM-dd HH:mm}Z, and is left alone until then."),
        retryAt);

    public static Fault NotFound(string host) => new(FaultCode.NotFound,
        $"{Shown(host)} has nothing at this address (404). Check it against the publisher's dataset site.");

    public static Fault Gone(string host) => new(FaultCode.Gone,
        $"{Shown(host)} says that this address is gone for good (410). Remove it, or look for its successor.");

    public static Fault Status(string host, int status) => new(
        string.Create(CultureInfo.InvariantCulture, $"http-{status}"),
        string.Create(CultureInfo.InvariantCulture, $"{Shown(host)} answered with status {status} instead of data. It is tried again; if it lasts, tell the publisher."));

    /// <summary>Foreign text made fit for a table and a log: no control characters, not endless.</summary>
    public static string Shown(string foreign)
    {
        var cut = foreign.Length <= 200 ? foreign : foreign[..200] + "…";
        return string.Create(cut.Length, cut, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                target[index] = char.IsControl(source[index]) ? '?' : source[index];
            }
        });
    }

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
}
