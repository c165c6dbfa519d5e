using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Feeds.Harvester.Http;

/// <summary>
/// URLs as publishers write them. RPDE makes <c>next</c> opaque, so it must reach the wire byte for byte, while
/// <see cref="Uri"/> by default un-escapes <c>%41</c> and <c>%2D</c> and folds dot segments. Only what cannot stand in a
/// request line at all is touched: a blank or a non-ASCII character is percent-encoded, a fragment is left out.
/// </summary>
internal static class FeedUrl
{
    /// <summary>Longer URLs are refused; servers rarely take more than 8 KB.</summary>
    public const int MaxLength = 8 * 1024;

    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?#");

    /// <summary>Checks a URL and makes it ready to be sent.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? uri, [NotNullWhen(false)] out Fault? fault)
    {
        uri = null;
        var url = text.Trim(' ');
        fault = Objection(url, out var authorityStart, out var authorityEnd);
        if (fault is not null)
        {
            return false;
        }

        var sendable = url[..authorityStart].ToLowerInvariant() + url[authorityStart..authorityEnd] + Target(url[authorityEnd..]);
        if (!Uri.TryCreate(sendable, AsWritten, out uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
        {
            uri = null;
            fault = Faults.BadUrl(text, "its host or port is malformed");
            return false;
        }

        return true;
    }

    /// <summary>Resolves a reference against an absolute URL as RFC 3986 section 5.2 has it, without re-encoding either.</summary>
    public static string Resolve(string baseUrl, string reference)
    {
        var relative = reference.Trim(' ');
        if (HasScheme(relative))
        {
            return relative;
        }

        var page = WithoutFragment(baseUrl.Trim(' '));
        var schemeEnd = page.IndexOf("://", StringComparison.Ordinal);
        var pathStart = page.AsSpan(schemeEnd + 3).IndexOfAny(AuthorityEnds) is var found and >= 0 ? schemeEnd + 3 + found : page.Length;
        var queryStart = page.IndexOf('?', pathStart) is var query and >= 0 ? query : page.Length;
        return relative switch
        {
            "" => page,
            ['/', '/', ..] => page[..(schemeEnd + 1)] + relative,
            ['/', ..] => page[..pathStart] + Folded(relative),
            ['?', ..] => page[..queryStart] + relative,
            ['#', ..] => page + relative,
            _ => page[..pathStart] + Folded(Folder(page[pathStart..queryStart]) + relative),
        };
    }

    private static Fault? Objection(string url, out int authorityStart, out int authorityEnd)
    {
        authorityStart = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : 0;
        authorityEnd = authorityStart;
        if (authorityStart == 0)
        {
            return Faults.BadUrl(url, "only http and https are used");
        }

        if (url.Length > MaxLength)
        {
            return Faults.BadUrl(url, "it is longer than 8 KB");
        }

        if (url.AsSpan().ContainsAnyInRange('\0', '\x1f') || url.Contains('\x7f', StringComparison.Ordinal))
        {
            return Faults.BadUrl(url, "it holds control characters");
        }

        var end = url.AsSpan(authorityStart).IndexOfAny(AuthorityEnds);
        authorityEnd = end < 0 ? url.Length : authorityStart + end;
        var authority = url.AsSpan(authorityStart, authorityEnd - authorityStart);
        return authority.Contains('@') ? Faults.Credentials()
            : IsPlain(authority) ? null : Faults.BadUrl(url, "its host is malformed");
    }

    private static bool IsPlain(ReadOnlySpan<char> authority)
    {
        foreach (var character in authority)
        {
            if (!char.IsLetterOrDigit(character) && !".-_:[]".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return authority.Length > 0;
    }

    private static string Target(string rest)
    {
        var target = WithoutFragment(rest);
        var rooted = target.StartsWith('/') ? target : "/" + target;
        return rooted.AsSpan().ContainsAnyExceptInRange('!', '~') ? Encoded(rooted) : rooted;
    }

    private static string Encoded(string target)
    {
        var encoded = new StringBuilder(target.Length + 16);
        foreach (var rune in target.EnumerateRunes())
        {
            encoded.Append(rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    private static bool HasScheme(string reference)
    {
        var colon = reference.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && reference[colon] == ':' && Uri.CheckSchemeName(reference[..colon]);
    }

    private static string WithoutFragment(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? url[..hash] : url;

    private static string Folder(string path) =>
        path.LastIndexOf('/') is var slash and >= 0 ? path[..(slash + 1)] : "/";

    /// <summary>Removes <c>.</c> and <c>..</c> from a path, and leaves its query alone (RFC 3986 section 5.2.4).</summary>
    private static string Folded(string reference)
    {
        var pathEnd = reference.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : reference.Length;
        var segments = reference[1..pathEnd].Split('/');
        var kept = new List<string>(segments.Length);
        for (var index = 0; index < segments.Length; index++)
        {
            if (segments[index] is not ("." or ".."))
            {
                kept.Add(segments[index]);
                continue;
            }

            if (segments[index] == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            if (index == segments.Length - 1)
            {
                kept.Add("");
            }
        }

        return "/" + string.Join('/', kept) + reference[pathEnd..];
    }
}
