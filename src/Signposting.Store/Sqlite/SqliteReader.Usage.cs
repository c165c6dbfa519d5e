using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>Usage events.</summary>
internal sealed partial class SqliteReader
{
    public Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel)
    {
        var events = new List<UsageEvent>();
        using var reader = session.Statement("""
            SELECT id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
              msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact
            FROM usage_event WHERE day = @0 ORDER BY seq
            """, 1).With(UsageText.Of(day)).Read();
        while (reader.Read())
            events.Add(ToUsage(reader));
        return Task.FromResult<IReadOnlyList<UsageEvent>>(events);
    }

    private static UsageEvent ToUsage(Rows r) => new()
    {
        Id = r.Text(0),
        Day = UsageText.Day(r.GetString(1)),
        Part = (PartOfDay)r.GetInt64(2),
        Client = r.Text(3),
        Kind = (UsageKind)r.GetInt64(4),
        Channel = (UsageChannel)r.GetInt64(5),
        Conditions = UsageText.List(r.GetString(6)),
        Activities = UsageText.List(r.GetString(7)),
        Opportunity = r.Text(8),
        Provider = r.Text(9),
        Area = new UsageArea { Msoa = r.Text(10), SubIcb = r.Text(11), Icb = r.Text(12), ImdDecile = r.Int(13), Vintage = UsageRow.Vintage(r.Long(14), r.Long(15), r.Long(16)) },
        Results = UsageRow.Results(r.Long(17), r.Long(18) == 1, r.Long(19), r.Long(20) == 1),
        Distance = (DistanceBand?)r.Long(21),
        Contact = r.Bytes(22)!,
    };
}
