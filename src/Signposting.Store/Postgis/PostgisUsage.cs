using Npgsql;
using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>Reads usage events; the area and the day of one are often those of the one before.</summary>
internal sealed class PostgisUsage
{
    private UsageArea _area = UsageArea.NotKnown(null);
    private string _dayText = "";
    private DateOnly _day;

    public UsageEvent Read(NpgsqlDataReader r) => new()
    {
        Day = Day(r.GetString(0)),
        Part = (PartOfDay)r.GetInt16(1),
        Kind = (UsageKind)r.GetInt16(2),
        Channel = (UsageChannel)r.GetInt16(3),
        Conditions = UsageText.List(r.GetString(4)),
        Activities = UsageText.List(r.GetString(5)),
        Provider = r.Text(6),
        Area = Area(r),
        Results = UsageRow.Results(r.Long(14), r.GetBoolean(15), r.Long(16), r.GetBoolean(17)),
        Distance = (DistanceBand?)r.Long(18),
        Contact = r.GetFieldValue<byte[]>(19),
    };

    private DateOnly Day(string text)
    {
        if (text != _dayText)
            (_dayText, _day) = (text, UsageText.Day(text));
        return _day;
    }

    private UsageArea Area(NpgsqlDataReader r)
    {
        var area = new UsageArea { Msoa = r.Text(7), SubIcb = r.Text(8), Icb = r.Text(9), ImdDecile = r.Int(10), Vintage = UsageRow.Vintage(r.Long(11), r.Long(12), r.Long(13)) };
        return _area = area == _area ? _area : area;
    }
}
