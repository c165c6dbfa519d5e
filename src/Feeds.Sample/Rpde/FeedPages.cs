using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Sample.Live;
using Microsoft.AspNetCore.Http;

namespace Feeds.Sample.Rpde;

/// <summary>
/// The items of a feed's pages, as JSON arrays. Those that a reader meets by following <c>next</c> from the beginning
/// are rendered once and kept until one of their items changes; any other is rendered when it is asked for. Safe for
/// concurrent use: the feed is changed and read here only.
/// </summary>
internal sealed class FeedPages(Feed feed, PageSpool spool, int pageSize)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly (long Offset, int Length)[] _kept = new (long, int)[(feed.FirstCount + pageSize - 1) / pageSize];
    private readonly ArrayBufferWriter<byte> _rendered = new();
    private readonly Lock _gate = new();

    public Feed Feed => feed;

    /// <summary>The position that a query asks for, or what is wrong with it.</summary>
    public (int Position, string? Error) Find(IQueryCollection query)
    {
        lock (_gate)
        {
            return Cursor.Read(feed, query);
        }
    }

    /// <summary>The page that begins at a position.</summary>
    public FeedPage At(int position)
    {
        lock (_gate)
        {
            var count = Math.Min(pageSize, feed.Count - position);
            var page = new FeedPage { Cursor = count == 0 ? null : Cursor.After(feed, position + count - 1), IsFull = count == pageSize, Length = 0 };
            if (IsKept(position, count))
            {
                var (offset, length) = Keep(position / pageSize);
                return page with { Offset = offset, Length = length };
            }

            _rendered.ResetWrittenCount();
            Render(position, count);
            return page with { Rendered = _rendered.WrittenSpan.ToArray(), Length = _rendered.WrittenCount };
        }
    }

    /// <summary>Writes the array of a page's items.</summary>
    public void Write(FeedPage page, IBufferWriter<byte> output)
    {
        if (page.Rendered is { } rendered)
        {
            output.Write(rendered);
            return;
        }

        spool.Read(page.Offset, output.GetSpan(page.Length)[..page.Length]);
        output.Advance(page.Length);
    }

    /// <summary>Changes an item.</summary>
    public void Change(LiveChange change)
    {
        lock (_gate)
        {
            if (feed.Change(change) / pageSize is var page && page < _kept.Length)
            {
                _kept[page] = default;
            }
        }
    }

    /// <summary>Renders every page that was not rendered yet.</summary>
    public void RenderAll()
    {
        lock (_gate)
        {
            for (var page = 0; page < _kept.Length; page++)
            {
                Keep(page);
            }
        }
    }

    /// <summary>Only what stood there from the start is kept, and the last of these pages only while nothing follows it.</summary>
    private bool IsKept(int position, int count) => count > 0 && position % pageSize == 0 && position + count <= feed.FirstCount;

    private (long Offset, int Length) Keep(int page)
    {
        if (_kept[page].Length == 0)
        {
            _rendered.ResetWrittenCount();
            Render(page * pageSize, Math.Min(pageSize, feed.FirstCount - (page * pageSize)));
            _kept[page] = spool.Append(_rendered.WrittenSpan);
        }

        return _kept[page];
    }

    private void Render(int position, int count)
    {
        using var json = new Utf8JsonWriter(_rendered, _options);
        json.WriteStartArray();
        for (var i = position; i < position + count; i++)
        {
            if (!feed.HasMoved(i))
            {
                feed.WriteItem(json, i);
            }
        }

        json.WriteEndArray();
    }
}
