using System.Globalization;
using System.Text.Json;

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
/// A feed as an ordered list of positions (RPDE 1.0, "Modified Timestamp and ID"). Every 61st is a tombstone, the others
/// are live items; what stands at a position depends on nothing but the position, so that a page can be rendered
/// without the ones before it. <c>modified</c> and id both ascend with the position.
/// </summary>
internal abstract class Feed(string name, string kind, int live, DateOnly today)
{
    private const int LivePerTombstone = 60;
    private const int ItemsPerModified = 3; // Items that share a timestamp make the id part of the cursor matter.
    private const long WindowDays = 30;

    private static readonly long _dayMilliseconds = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private readonly long _last = (today.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * _dayMilliseconds;

    private readonly long _step = Math.Max(1, WindowDays * _dayMilliseconds / (((live + (live / LivePerTombstone)) / ItemsPerModified) + 1));

    /// <summary>The last part of the feed's path: <c>session-series</c>.</summary>
    public string Name => name;

    /// <summary>The RPDE kind, which is also the OpenActive type in the dataset site.</summary>
    public string Kind => kind;

    public int Live => live;

    /// <summary>Live items and tombstones.</summary>
    public int Count => live + (live / LivePerTombstone);

    /// <summary>Text before the number makes the RPDE id a string; none makes it an integer.</summary>
    protected virtual string IdPrefix => "";

    protected virtual ModifiedUnit Unit => ModifiedUnit.Milliseconds;

    public bool HasStringIds => IdPrefix.Length > 0;

    /// <summary>The number of a live item, from 0 on, as it appears in its RPDE id and its <c>@id</c>.</summary>
    public static long NumberOf(int index) => index + (index / LivePerTombstone) + 1L;

    public long ModifiedAt(int position)
    {
        var milliseconds = _last - (WindowDays * _dayMilliseconds) + (position / ItemsPerModified * _step);
        return Unit == ModifiedUnit.Ticks ? (milliseconds * TimeSpan.TicksPerMillisecond) + DateTime.UnixEpoch.Ticks + 7 : milliseconds;
    }

    /// <summary>The RPDE id at a position; string ids have a fixed length, so that their ordinal order is that of the numbers.</summary>
    public string IdAt(int position) => HasStringIds ? FormatId(position + 1L) : (position + 1L).ToString(CultureInfo.InvariantCulture);

    public void WriteItem(Utf8JsonWriter json, int position)
    {
        var deleted = position % (LivePerTombstone + 1) == LivePerTombstone;
        var index = position - (position / (LivePerTombstone + 1));
        json.WriteStartObject();
        json.WriteString("state"u8, deleted ? "deleted"u8 : "updated"u8);
        json.WriteString("kind"u8, deleted ? kind : KindOf(index));
        WriteId(json, "id", position + 1L);
        json.WriteNumber("modified"u8, ModifiedAt(position));
        if (!deleted)
        {
            json.WriteStartObject("data"u8);
            WriteData(json, index);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    protected abstract void WriteData(Utf8JsonWriter json, int index);

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
