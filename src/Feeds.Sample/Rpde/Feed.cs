using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Feeds.Sample.Live;
using Feeds.Sample.Oddities;

namespace Feeds.Sample.Rpde;

/// <summary>How a feed counts its changes.</summary>
internal enum ModifiedUnit
{
    /// <summary>Milliseconds since 1970, as most publishers do.</summary>
    Milliseconds,

    /// <summary>.NET ticks, as one large platform does: beyond 2^53, so that a reader which uses a double loses items.</summary>
    Ticks,
}

/// <summary>
/// A feed as an ordered list of positions (RPDE 1.0, "Modified Timestamp and ID"). At first every 61st is a tombstone, the
/// others are live items; what stands at a position depends on nothing but the position, so that a page can be rendered
/// without the ones before it. <c>modified</c> and id both ascend with the position. A change takes an item from its
/// position and puts it at a new one at the end. Whoever changes a feed keeps others from reading it meanwhile.
/// </summary>
internal abstract class Feed(string name, string kind, int live, DateOnly today)
{
    private const int LivePerTombstone = 60;
    private const long LiveStep = 10; // Milliseconds between two changes, of which there is one at each.
    private const int ItemsPerModified = 3; // Items that share a timestamp make the id part of the cursor matter.
    private const long WindowDays = 30;

    private static readonly long _dayMilliseconds = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private readonly long _last = (today.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * _dayMilliseconds;

    private readonly long _step = Math.Max(1, WindowDays * _dayMilliseconds / (((live + (live / LivePerTombstone)) / ItemsPerModified) + 1));

    private readonly List<LiveChange> _changes = [];

    private readonly Dictionary<int, int> _newest = [];

    /// <summary>What makes its records odd; null: nothing.</summary>
    public OddRecords? Odd { get; init; }

    /// <summary>The last part of the feed's path: <c>session-series</c>.</summary>
    public string Name => name;

    /// <summary>The RPDE kind, which is also the OpenActive type in the dataset site.</summary>
    public string Kind => kind;

    public int Live => live;

    /// <summary>Live items and tombstones at the start.</summary>
    public int FirstCount => live + (live / LivePerTombstone);

    /// <summary>All positions, those from which an item was taken included.</summary>
    public int Count => FirstCount + _changes.Count;

    /// <summary>Text before the number makes the RPDE id a string; none makes it an integer.</summary>
    protected virtual string IdPrefix => "";

    protected virtual ModifiedUnit Unit => ModifiedUnit.Milliseconds;

    public bool HasStringIds => IdPrefix.Length > 0;

    /// <summary>The number of a live item, from 0 on, as it appears in its RPDE id and its <c>@id</c>.</summary>
    public static long NumberOf(int index) => index + (index / LivePerTombstone) + 1L;

    /// <summary>Where a live item stands at the start.</summary>
    public static int PositionOf(int index) => index + (index / LivePerTombstone);

    public long ModifiedAt(int position)
    {
        var milliseconds = position >= FirstCount
            ? _last + (_changes[position - FirstCount].Number * LiveStep)
            : _last - (WindowDays * _dayMilliseconds) + (position / ItemsPerModified * _step);
        return Unit == ModifiedUnit.Ticks ? (milliseconds * TimeSpan.TicksPerMillisecond) + DateTime.UnixEpoch.Ticks + 7 : milliseconds;
    }

    /// <summary>The RPDE id at a position; string ids have a fixed length, so that their ordinal order is that of the numbers.</summary>
    public string IdAt(int position)
    {
        var number = FirstPositionOf(position) + 1L;
        return HasStringIds ? FormatId(number) : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the item that stood here stands at a later position now.</summary>
    public bool HasMoved(int position) => _newest.TryGetValue(FirstPositionOf(position), out var newest) && newest != position;

    /// <summary>Changes an item: it moves to the end. Returns the position that it had until now.</summary>
    public int Change(LiveChange change)
    {
        var before = _newest.GetValueOrDefault(change.Position, change.Position);
        _newest[change.Position] = Count;
        _changes.Add(change);
        return before;
    }

    public void WriteItem(Utf8JsonWriter json, int position)
    {
        LiveChange? change = position < FirstCount ? null : _changes[position - FirstCount];
        var first = FirstPositionOf(position);
        var deleted = change is { } made ? made.Kind == ChangeKind.Deleted : IsTombstone(first);
        var index = IndexOf(first);
        json.WriteStartObject();
        json.WriteString("state"u8, deleted ? "deleted"u8 : "updated"u8);
        json.WriteString("kind"u8, deleted ? kind : KindOf(index));
        WriteId(json, "id", first + 1L);
        json.WriteNumber("modified"u8, ModifiedAt(position));
        if (!deleted)
        {
            json.WritePropertyName("data"u8);
            WriteData(json, index, change);
        }

        json.WriteEndObject();
    }

    protected abstract void WriteData(Utf8JsonWriter json, int index);

    private static bool IsTombstone(int first) => first % (LivePerTombstone + 1) == LivePerTombstone;

    private static int IndexOf(int first) => first - (first / (LivePerTombstone + 1));

    private int FirstPositionOf(int position) => position < FirstCount ? position : _changes[position - FirstCount].Position;

    private void WriteData(Utf8JsonWriter json, int index, LiveChange? change)
    {
        if (Odd is null && change is null)
        {
            json.WriteStartObject();
            WriteData(json, index);
            json.WriteEndObject();
            return;
        }

        var data = JsonNode.Parse(Json.Bytes(plain =>
        {
            plain.WriteStartObject();
            WriteData(plain, index);
            plain.WriteEndObject();
        }))!.AsObject();
        Odd?.Apply(data, Name, index);
        if (change is { } made)
        {
            LiveEdit.Apply(data, made);
        }

        data.WriteTo(json);
    }

    protected virtual string KindOf(int index) => kind;

    protected void WriteId(Utf8JsonWriter json, string property, long number)
    {
        if (HasStringIds)
        {
            json.WriteString(property, FormatId(number));
        }
        else
        {
            json.WriteNumber(property, number);
        }
    }

    private string FormatId(long number) => string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{number:00000000}");
}
