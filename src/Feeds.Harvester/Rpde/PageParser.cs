using System.Text.Json;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>Turns a fetched body into an <see cref="RpdePage"/>, or says why it is none.</summary>
internal static class PageParser
{
    /// <summary>On success the result owns <paramref name="page"/>.</summary>
    public static PageRead Parse(FetchedPage page, RpdeLimits limits)
    {
        var body = JsonBody.WithoutMark(page.Body);
        if (JsonBody.Objection(body.Span) is { } objection)
        {
            return PageRead.Of(objection);
        }

        try
        {
            return Scanned(page, body, limits, isCareful: false);
        }
        catch (JsonException)
        {
            return Careful(page, body, limits);
        }
    }

    /// <summary>Of a broken page it is said where it is broken.</summary>
    private static PageRead Careful(FetchedPage page, ReadOnlyMemory<byte> body, RpdeLimits limits)
    {
        try
        {
            return Scanned(page, body, limits, isCareful: true);
        }
        catch (JsonException broken)
        {
            return PageRead.Of(RpdeFaults.BadJson(JsonBody.PlaceOf(broken)));
        }
    }

    private static PageRead Scanned(FetchedPage page, ReadOnlyMemory<byte> body, RpdeLimits limits, bool isCareful)
    {
        var scan = new PageScan(body, limits, isCareful);
        PageRead? read = null;
        try
        {
            return read = scan.Run() is { } fault ? PageRead.Of(fault) : Checked(page, scan, limits);
        }
        finally
        {
            if (read?.Succeeded != true)
            {
                scan.Dispose();
            }
        }
    }

    private static PageRead Checked(FetchedPage page, PageScan scan, RpdeLimits limits)
    {
        if (scan.Next is not { Length: > 0 } next)
        {
            return PageRead.Of(RpdeFaults.BrokenPaging("a page has no 'next'"));
        }

        if (next.Length > limits.NextLength)
        {
            return PageRead.Of(RpdeFaults.BrokenPaging("the 'next' of a page is too long"));
        }

        var resolved = FeedUrl.Resolve(page.Url, next);
        if (!FeedUrl.TryParse(resolved, out _, out var unusable))
        {
            return PageRead.Of(RpdeFaults.BrokenPaging($"the 'next' of a page is unusable. {unusable.Text}"));
        }

        // Strings as they were sent: a publisher that redirects may name either URL.
        var isOwn = resolved == page.Url.Trim(' ') || resolved == page.RequestedUrl.Trim(' ');
        return isOwn && scan.Count > 0
            ? PageRead.Of(RpdeFaults.BrokenPaging("a page with items names itself as its 'next'"))
            : PageRead.Of(Page(page, scan, resolved, isOwn));
    }

    private static RpdePage Page(FetchedPage page, PageScan scan, string next, bool isLast) => new(page, scan.Tokens)
    {
        Url = page.Url,
        Next = next,
        IsLast = isLast,
        License = scan.License,
        Items = scan.Items,
        Rejected = scan.Rejected,
        DeletedWithData = scan.DeletedWithData,
        ContentTypeWarning = JsonBody.IsJsonType(page.ContentType) ? null : Faults.Shown(page.ContentType ?? "none"),
        Cache = page.Cache,
        WireBytes = page.WireBytes,
        BodyBytes = page.Body.Length,
        Elapsed = page.Elapsed,
    };
}
