namespace Feeds.Harvester.Http;

/// <summary>
/// Origins (scheme, host and port, exactly) that may be on a private or loopback address and are not paced: the
/// operator's own publishers, set by <c>Feeds:TrustedOrigins</c>.
/// </summary>
public sealed class TrustedOrigins
{
    private readonly HashSet<string> origins;

    private TrustedOrigins(IEnumerable<string> origins) => this.origins = new HashSet<string>(origins, StringComparer.Ordinal);

    /// <summary>Trusts nobody.</summary>
    public static TrustedOrigins None { get; } = new([]);

    /// <summary>Reads origins such as <c>http://127.0.0.1:9000</c>.</summary>
    /// <exception cref="FormatException">One of them is no origin; the message names the setting, the value and the form.</exception>
    public static TrustedOrigins Parse(IEnumerable<string> values) => new(values.Select(ParseOne).ToList());

    /// <summary>Whether a URL has one of the origins.</summary>
    internal bool Contains(Uri uri) => origins.Contains(OriginOf(uri));

    private static string OriginOf(Uri uri) => $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}";

    private static string ParseOne(string value)
    {
        var isOrigin = FeedUrl.TryParse(value, out var uri, out _)
            && uri.PathAndQuery == "/" && !value.Contains('#', StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal);
        return isOrigin ? OriginOf(uri!) : throw new FormatException(
            $"Feeds:TrustedOrigins: '{Faults.Shown(value)}' is no origin; write scheme, host and port only, as in http://127.0.0.1:9000.");
    }
}
