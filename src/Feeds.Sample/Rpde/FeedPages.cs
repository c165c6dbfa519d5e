using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feeds.Sample.Rpde;

/// <summary>
/// The items of a feed's pages, as JSON arrays. Those that a reader meets by following <c>next</c> from the beginning
/// are rendered once and kept; any other is rendered when it is asked for.
/// </summary>
internal sealed class FeedPages(Feed feed, PageSpool spool, int pageSize)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly (long Offset, int Length)[] _kept = new (long, int)[(feed.Count + pageSize - 1) / pageSize];
    private readonly ArrayBufferWriter<byte> _rendered = new();
    private readonly Lock _rendering = new();

    public Feed Feed => feed;

    /// <summary>How many items stand on the page that begins at a position; fewer than the page size means that nothing follows yet.</summary>
    public int CountAt(int position) => Math.Min(pageSize, feed.Count - position);

    public bool IsFullAt(int position) => CountAt(position) == pageSize;

    /// <summary>The bytes that <see cref="WriteItems"/> will write; null when only rendering can tell.</summary>
    public int? LengthAt(int position) => position % pageSize == 0 && CountAt(position) > 0 ? Keep(position / pageSize).Length : null;

    /// <summary>Writes the array of the items from a position on, as many as a page holds.</summary>
    public void WriteItems(IBufferWriter<byte> output, int position)
    {
        if (LengthAt(position) is null)
        {
            Render(output, position);
            return;
        }

        var (offset, length) = Keep(position / pageSize);
        spool.Read(offset, output.GetSpan(length)[..length]);
        output.Advance(length);
    }

    /// <summary>Renders every page that was not rendered yet.</summary>
    public void RenderAll()
    {
        for (var page = 0; page < _kept.Length; page++)
        {
            Keep(page);
        }
    }

    private (long Offset, int Length) Keep(int page)
    {
        lock (_rendering)
        {
            if (_kept[page].Length == 0)
            {
                _rendered.ResetWrittenCount();
                Render(_rendered, page * pageSize);
                _kept[page] = spool.Append(_rendered.WrittenSpan);
            }

            return _kept[page];
        }
    }

    private void Render(IBufferWriter<byte> output, int position)
    {
        using var json = new Utf8JsonWriter(output, _options);
        json.WriteStartArray();
        for (var i = position; i < position + CountAt(position); i++)
        {
            feed.WriteItem(json, i);
        }

        json.WriteEndArray();
    }
}
