namespace Feeds.Harvester.Http;

/// <summary>The codes a <see cref="Fault"/> can have, beside <c>http-NNN</c> for a status that has no meaning of its own.</summary>
public static class FaultCode
{
    /// <summary>No connection, or it broke before an answer came.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The host name does not resolve.</summary>
    public const string Dns = "dns";

    /// <summary>The certificate or the TLS handshake is faulty.</summary>
    public const string Tls = "tls";

    /// <summary>No answer, or not all of it, within the time limits.</summary>
    public const string Timeout = "timeout";

    /// <summary>The answer broke off before its announced end.</summary>
    public const string Truncated = "truncated";

    /// <summary>What came is no HTTP.</summary>
    public const string NotHttp = "not-http";

    /// <summary>Status 404.</summary>
    public const string NotFound = "http-404";

    /// <summary>Status 410.</summary>
    public const string Gone = "gone";

    /// <summary>Status 429, 503 or 403: the publisher wants us to wait.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>The host has no public address and is not trusted.</summary>
    public const string ForbiddenAddress = "forbidden-address";

    /// <summary>The URL holds a user name or password.</summary>
    public const string Credentials = "credentials";

    /// <summary>The URL cannot be requested.</summary>
    public const string BadUrl = "bad-url";

    /// <summary>Redirected in a circle, or too often.</summary>
    public const string RedirectLoop = "redirect-loop";

    /// <summary>Redirected from https to http, or to nowhere.</summary>
    public const string BadRedirect = "bad-redirect";

    /// <summary>More bytes or more header than the limits allow.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A compressed body that inflates out of all proportion.</summary>
    public const string Bomb = "bomb";

    /// <summary>A body that cannot be decompressed, or a compression that was not asked for.</summary>
    public const string BadCompression = "bad-compression";

    /// <summary>A web page where data was expected.</summary>
    public const string Html = "html";

    /// <summary>An empty body, or text that is neither JSON nor HTML.</summary>
    public const string NotJson = "not-json";

    /// <summary>JSON with a syntax error.</summary>
    public const string BadJson = "bad-json";

    /// <summary>JSON that is no RPDE page.</summary>
    public const string NotRpde = "not-rpde";

    /// <summary>A page whose <c>next</c> is missing, unusable, or leads back to a page that still has items.</summary>
    public const string BrokenPaging = "broken-paging";

    /// <summary>More items in one page than the limit.</summary>
    public const string TooManyItems = "too-many-items";

    /// <summary><c>next</c> leads back to a page of the same run.</summary>
    public const string Loop = "loop";

    /// <summary>Page after page without anything new.</summary>
    public const string NoProgress = "no-progress";

    /// <summary>More pages in one run than the limit.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>A source that is no catalogue collection, catalogue, dataset site or feed.</summary>
    public const string UnknownSource = "unknown-source";

    /// <summary>Catalogues nested too deep, or more of them than the limit.</summary>
    public const string TooMany = "too-many";
}
