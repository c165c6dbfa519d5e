using System.Text.Json;
using System.Text.Unicode;
using Feeds.Harvester.Json;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>
/// One pass over the bytes of a page. Nothing is copied but ids: data stays where it is. The reader itself has no limit
/// on depth, so that an item nested without end is rejected as an item and does not take the page with it.
/// </summary>
internal sealed class PageScan(ReadOnlyMemory<byte> body, RpdeLimits limits, bool isCareful) : IDisposable
{
    private static readonly JsonReaderOptions Bottomless = new() { MaxDepth = int.MaxValue };

    /// <summary>Four megabytes of them. Pages of 1 MB have 60,000 tokens; what has more is read again when it is normalised.</summary>
    private const int MostTokens = 256 * 1024;

    /// <summary>RPDE asks for pages of about 500 items. None has less than 256 bytes, and a list that grows is copied each time.</summary>
    private const int UsualItems = 512;
    private const int FewestBytes = 256;

    private readonly List<RpdeItem> items = new(Math.Min(UsualItems, body.Length / FewestBytes));
    private readonly List<RejectedItem> rejected = [];
    private bool hasItems;

    /// <summary>As sent; null when absent or no string.</summary>
    public string? Next { get; private set; }

    public string? License { get; private set; }

    public IReadOnlyList<RpdeItem> Items => items;

    public IReadOnlyList<RejectedItem> Rejected => rejected;

    /// <summary>All elements of <c>items</c>, usable or not.</summary>
    public int Count => items.Count + rejected.Count;

    public int DeletedWithData { get; private set; }

    /// <summary>Those of the items' data. Whoever keeps the items disposes them.</summary>
    public JsonTokens Tokens { get; } = new(body, MostTokens);

    /// <inheritdoc/>
    public void Dispose() => Tokens.Dispose();

    /// <summary>Reads the page; null when it has the shape of one.</summary>
    /// <exception cref="JsonException">It is broken JSON.</exception>
    public Fault? Run()
    {
        var reader = new Utf8JsonReader(body.Span, Bottomless);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return RpdeFaults.NotRpde("it is no JSON object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (ReadProperty(ref reader) is { } fault)
            {
                return fault;
            }
        }

        reader.Read();
        return hasItems ? null : RpdeFaults.NotRpde("it has no list of items");
    }

    private Fault? ReadProperty(ref Utf8JsonReader reader)
    {
        if (JsonText.Is(ref reader, "items"u8))
        {
            reader.Read();
            return ReadItems(ref reader);
        }

        if (JsonText.Is(ref reader, "next"u8))
        {
            reader.Read();
            var isSecond = Next is not null;
            Next = JsonText.Read(ref reader, limits.NextLength + 1);
            reader.Skip();
            return isSecond ? RpdeFaults.BrokenPaging("a page has 'next' twice") : null;
        }

        var isLicense = JsonText.Is(ref reader, "license"u8);
        reader.Read();
        License = isLicense ? JsonText.Read(ref reader, 2048) : License;
        reader.Skip();
        return null;
    }

    private Fault? ReadItems(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return RpdeFaults.NotRpde("its items are no list");
        }

        if (hasItems)
        {
            return RpdeFaults.NotRpde("it has items twice");
        }

        hasItems = true;
        var draft = new ItemDraft(body, limits, isUtf8: Utf8.IsValid(body.Span), Tokens, isCareful);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Count >= limits.ItemsPerPage)
            {
                return RpdeFaults.TooManyItems(limits.ItemsPerPage);
            }

            draft.Read(ref reader);
            Sort(draft);
        }

        return null;
    }

    private void Sort(ItemDraft draft)
    {
        if (draft.Objection is { } objection)
        {
            rejected.Add(new RejectedItem(objection.Reason, objection.Detail, draft.Id, Count));
            return;
        }

        DeletedWithData += draft.IsDeletedWithData ? 1 : 0;
        items.Add(draft.Item);
    }
}
