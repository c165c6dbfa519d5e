using Npgsql;
using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>Usage events.</summary>
internal sealed partial class PostgisReader
{
    private const string UsageColumns = """
        SELECT id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
          msoa, sub_icb, icb, imd_decile::integer, lsoa_year::bigint, icb_year::bigint, imd_year::bigint,
          results::bigint, coalesce(more_results, false), suited::bigint, coalesce(more_suited, false), distance::bigint, contact
        FROM usage_event
        """;

    private const string UsageOfDay = UsageColumns + " WHERE day = $1 ORDER BY seq";

    private const string UsageOfBoard = UsageColumns + " WHERE day = $1 AND icb = $2 ORDER BY seq";

    private const string LateUsage = UsageColumns + " WHERE seq > $1 AND day < $2 ORDER BY seq";

    public async Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel) =>
        await session.ReadAsync(UsageOfDay, ToUsage, cancel, Sql.Of(UsageText.Of(day))).ConfigureAwait(false);

    public Task VisitUsageAsync(DateOnly day, string? icb, Action<UsageEvent> visit, CancellationToken cancel)
    {
        if (icb is null)
            session.Ask(UsageOfDay, r => visit(ToUsage(r)), Sql.Of(UsageText.Of(day)));
        else
            session.Ask(UsageOfBoard, r => visit(ToUsage(r)), Sql.Of(UsageText.Of(day)), Sql.Of(icb));
        return session.FlushAsync(cancel);
    }

    public Task VisitLateUsageAsync(long after, DateOnly before, Action<UsageEvent> visit, CancellationToken cancel)
    {
        session.Ask(LateUsage, r => visit(ToUsage(r)), Sql.Of(after), Sql.Of(UsageText.Of(before)));
        return session.FlushAsync(cancel);
    }

    private static UsageEvent ToUsage(NpgsqlDataReader r) => new()
    {
        Id = r.Text(0),
        Day = UsageText.Day(r.GetString(1)),
        Part = (PartOfDay)r.GetInt16(2),
        Client = r.Text(3),
        Kind = (UsageKind)r.GetInt16(4),
        Channel = (UsageChannel)r.GetInt16(5),
        Conditions = UsageText.List(r.GetString(6)),
        Activities = UsageText.List(r.GetString(7)),
        Opportunity = r.Text(8),
        Provider = r.Text(9),
        Area = new UsageArea { Msoa = r.Text(10), SubIcb = r.Text(11), Icb = r.Text(12), ImdDecile = r.Int(13), Vintage = UsageRow.Vintage(r.Long(14), r.Long(15), r.Long(16)) },
        Results = UsageRow.Results(r.Long(17), r.GetBoolean(18), r.Long(19), r.GetBoolean(20)),
        Distance = (DistanceBand?)r.Long(21),
        Contact = r.GetFieldValue<byte[]>(22),
    };
}
