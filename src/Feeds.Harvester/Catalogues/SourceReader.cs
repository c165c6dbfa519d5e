using System.Text;
using System.Text.Json;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;

namespace Feeds.Harvester.Catalogues;

/// <summary>Reads a source URL and tells by its content whether it is a collection, a catalogue, a dataset site or a feed.</summary>
public sealed class SourceReader(FeedHttp http)
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestJson = 2 * Megabyte;
    private const int LargestHtml = Megabyte;

    /// <summary>A document in memory has twelve bytes for each, and its lists have more; a thousand embedded datasets come to a tenth of it.</summary>
    private const int MostTokens = 200_000;

    /// <summary>Larger documents are taken apart one at a time: some grow to fifty times their size in memory.</summary>
    private const int LargestBesideOthers = Megabyte / 4;

    private static readonly SemaphoreSlim OneLarge = new(1, 1);

    /// <summary>Fetches and reads one source.</summary>
    public async Task<SourceRead> ReadAsync(string url, CancellationToken cancel)
    {
        var fetched = await http.GetAsync(url, Wanted.Source, cancel);
        if (!fetched.Succeeded)
        {
            return SourceRead.Of(fetched.Fault);
        }

        using var page = fetched.Page;
        if (page.Body.Length <= LargestBesideOthers)
        {
            return Tell(page);
        }

        await OneLarge.WaitAsync(cancel);
        try
        {
            return Tell(page);
        }
        finally
        {
            OneLarge.Release();
        }
    }

    private static SourceRead Tell(FetchedPage page)
    {
        var body = JsonBody.WithoutMark(page.Body);
        if (JsonBody.Objection(body.Span) is { } objection)
        {
            return objection.Code == FaultCode.Html ? TellHtml(page, body.Span) : SourceRead.Of(objection);
        }

        try
        {
            return FeedShape.Matches(body.Span) ? SourceRead.Of(new Source.Feed(page.RequestedUrl)) : TellJson(page.Url, body);
        }
        catch (JsonException broken)
        {
            return SourceRead.Of(RpdeFaults.BadJson(JsonBody.PlaceOf(broken)));
        }
    }

    private static SourceRead TellJson(string url, ReadOnlyMemory<byte> body)
    {
        if (body.Length > LargestJson)
        {
            return SourceRead.Of(SourceFaults.TooLarge(url, LargestJson));
        }

        return TellDocument(url, body);
    }

    /// <exception cref="JsonException">It is broken JSON.</exception>
    private static SourceRead TellDocument(string url, ReadOnlyMemory<byte> json)
    {
        if (HasMoreTokens(json.Span, MostTokens))
        {
            return SourceRead.Of(SourceFaults.TooManyTokens(url, MostTokens));
        }

        using var document = JsonDocument.Parse(json);
        return CatalogueReader.Read(document.RootElement, url) is { } source
            ? SourceRead.Of(source)
            : SourceRead.Of(SourceFaults.Unknown(url));
    }

    private static bool HasMoreTokens(ReadOnlySpan<byte> json, int limit)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (--limit < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static SourceRead TellHtml(FetchedPage page, ReadOnlySpan<byte> body)
    {
        if (body.Length > LargestHtml)
        {
            return SourceRead.Of(SourceFaults.TooLarge(page.Url, LargestHtml));
        }

        Fault? broken = null;
        foreach (var script in LinkedDataScripts.In(Encoding.UTF8.GetString(body)))
        {
            var read = TellScript(page.Url, script);
            if (read.Succeeded)
            {
                return read;
            }

            broken ??= read.Fault.Code is FaultCode.BadJson or FaultCode.TooLarge ? read.Fault : null;
        }

        return SourceRead.Of(broken ?? SourceFaults.PlainPage(page.Url));
    }

    private static SourceRead TellScript(string url, string script)
    {
        try
        {
            return TellDocument(url, Encoding.UTF8.GetBytes(script));
        }
        catch (JsonException broken)
        {
            return SourceRead.Of(SourceFaults.BrokenScript(url, JsonBody.PlaceOf(broken)));
        }
    }
}
