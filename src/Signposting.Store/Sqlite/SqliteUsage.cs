using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>Reads usage events. Of millions most repeat the words of others: these are made once.</summary>
internal sealed class SqliteUsage
{
    private readonly TextPool _texts = new();
    private UsageArea _area = UsageArea.NotKnown(null);
    private string _dayText = "";
    private DateOnly _day;

    public UsageEvent Read(Rows r) => new()
    {
        Day = Day(r),
        Part = (PartOfDay)r.GetInt64(1),
        Kind = (UsageKind)r.GetInt64(2),
        Channel = (UsageChannel)r.GetInt64(3),
        Conditions = _texts.List(r.GetUtf8(4)),
        Activities = _texts.List(r.GetUtf8(5)),
        Provider = Text(r, 6),
        Area = Area(r),
        Results = UsageRow.Results(r.Long(14), r.Long(15) == 1, r.Long(16), r.Long(17) == 1),
        Distance = (DistanceBand?)r.Long(18),
        Contact = r.Bytes(19)!,
    };

    private DateOnly Day(Rows r)
    {
        var text = _texts.Text(r.GetUtf8(0));
        if (!ReferenceEquals(text, _dayText))
            (_dayText, _day) = (text, UsageText.Day(text));
        return _day;
    }

    private UsageArea Area(Rows r)
    {
        var area = new UsageArea { Msoa = Text(r, 7), SubIcb = Text(r, 8), Icb = Text(r, 9), ImdDecile = r.Int(10), Vintage = UsageRow.Vintage(r.Long(11), r.Long(12), r.Long(13)) };
        return _area = area == _area ? _area : area;
    }

    private string? Text(Rows r, int column) => r.IsDBNull(column) ? null : _texts.Text(r.GetUtf8(column));
}
