using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Feeds.Harvester.Json;

namespace Feeds.Harvester.Rpde;

/// <summary>
/// Reads one item after another; a single instance serves a page, so that an item costs no more than its id. Unless it has to be careful,
/// it sweeps over data that is as it should be; then the reader does not know any more at which line of the page it stands.
/// </summary>
internal sealed class ItemDraft(ReadOnlyMemory<byte> body, RpdeLimits limits, bool isUtf8, JsonTokens tokens, bool isCareful)
{
    /// <summary>Where in the body the reader's text begins: behind data that was swept it begins anew.</summary>
    private int begin;
    private Modified modified;
    private ItemState? state;
    private string? kind;
    private bool hasKind;
    private string? badId;
    private string? badModified;
    private string? dataType;
    private ReadOnlyMemory<byte> data;
    private JsonValue json;
    private bool isTooDeep;

    /// <summary>The id, as far as it could be read.</summary>
    public string? Id { get; private set; }

    /// <summary>Why the item cannot be used; null when it can.</summary>
    public (string Reason, string Detail)? Objection { get; private set; }

    /// <summary>Whether the item is a tombstone that carries data all the same.</summary>
    public bool IsDeletedWithData => state == ItemState.Deleted && dataType is not (null or "null");

    /// <summary>The item, when there is no objection.</summary>
    public RpdeItem Item => new(Id!, modified, state!.Value, hasKind ? kind : null,
        state == ItemState.Deleted ? ReadOnlyMemory<byte>.Empty : data) { Json = state == ItemState.Deleted ? default : json };

    /// <summary>Reads the item that begins at the reader's token, to its end.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        Clear();
        var start = begin + (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Objection = (RejectionReason.NotObject, $"The item is {NameOf(reader.TokenType)}, not an object.");
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader);
        }

        Objection = Judge(body[start..(begin + (int)reader.BytesConsumed)]);
    }

    private void Clear()
    {
        Id = badId = badModified = dataType = null;
        Objection = null;
        modified = default;
        state = null;
        hasKind = false;
        data = default;
        json = default;
        isTooDeep = false;
    }

    /// <summary>A name that comes twice counts as it stands last, as in every other JSON reader.</summary>
    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (JsonText.Is(ref reader, "id"u8))
        {
            reader.Read();
            (Id, badId) = ItemId.Read(ref reader, limits.IdLength);
            reader.Skip();
        }
        else if (JsonText.Is(ref reader, "modified"u8))
        {
            reader.Read();
            (modified, badModified) = ModifiedReader.Read(ref reader);
            reader.Skip();
        }
        else if (JsonText.Is(ref reader, "state"u8))
        {
            reader.Read();
            state = StateOf(ref reader);
            reader.Skip();
        }
        else if (JsonText.Is(ref reader, "data"u8))
        {
            reader.Read();
            ReadData(ref reader);
        }
        else if (JsonText.Is(ref reader, "kind"u8))
        {
            reader.Read();
            ReadKind(ref reader);
            reader.Skip();
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadData(ref Utf8JsonReader reader)
    {
        dataType = NameOf(reader.TokenType);
        data = default;
        json = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var start = begin + (int)reader.TokenStartIndex;
        var depth = reader.CurrentDepth;
        if (!isCareful && tokens.Sweep(start, out var end, out var levels) is { Tokens: not null } swept)
        {
            (json, begin) = (swept, end - 1);
            reader = new Utf8JsonReader(body.Span[begin..], isFinalBlock: true, reader.CurrentState);
            reader.Read();
        }
        else
        {
            json = tokens.Read(ref reader, begin, out levels);
            if (json.Tokens is null)
            {
                ReadOn(ref reader, depth);
            }
        }

        isTooDeep |= levels > limits.ItemDepth;
        data = body[start..(begin + (int)reader.BytesConsumed)];
    }

    /// <summary>To the end of data that is nested too deep, or of which no more tokens are kept.</summary>
    private void ReadOn(ref Utf8JsonReader reader, int depth)
    {
        do
        {
            isTooDeep |= reader.CurrentDepth - depth >= limits.ItemDepth
                && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        }
        while (reader.Read() && reader.CurrentDepth > depth);
    }

    /// <summary>The items of a page have one kind or a few: the string of the item before is used again.</summary>
    private void ReadKind(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            hasKind = false;
            return;
        }

        if (kind is null || reader.ValueIsEscaped || !reader.ValueTextEquals(kind))
        {
            kind = JsonText.Read(ref reader, 256);
        }

        hasKind = kind is not null;
    }

    private (string Reason, string Detail)? Judge(ReadOnlyMemory<byte> item)
    {
        if (item.Length > limits.ItemBytes && state != ItemState.Deleted)
        {
            return (RejectionReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The item has {item.Length} bytes; {limits.ItemBytes} are allowed."));
        }

        if (isTooDeep && state != ItemState.Deleted)
        {
            return (RejectionReason.TooDeep, string.Create(CultureInfo.InvariantCulture, $"The data is nested deeper than {limits.ItemDepth} levels."));
        }

        if (!isUtf8 && !Utf8.IsValid(item.Span))
        {
            return (RejectionReason.BadText, "The item holds bytes that are no UTF-8.");
        }

        return JudgeParts();
    }

    private (string Reason, string Detail)? JudgeParts()
    {
        if (Id is null)
        {
            return (badId == ItemId.TooLong ? RejectionReason.LongId : RejectionReason.NoId, badId ?? "The item has no id.");
        }

        if (state is null)
        {
            return (RejectionReason.NoState, "The item's state is neither 'updated' nor 'deleted'.");
        }

        if (badModified is not null)
        {
            return (RejectionReason.BadModified, badModified);
        }

        return state == ItemState.Updated && data.IsEmpty
            ? (RejectionReason.NoData, $"The item is updated, but its data is {dataType ?? "missing"}.")
            : null;
    }

    private static ItemState? StateOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        return JsonText.Is(ref reader, "updated"u8) ? ItemState.Updated
            : JsonText.Is(ref reader, "deleted"u8) ? ItemState.Deleted
            : JsonText.Read(ref reader, 16)?.ToLowerInvariant() switch
            {
                "updated" => ItemState.Updated,
                "deleted" => ItemState.Deleted,
                _ => null,
            };
    }

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
