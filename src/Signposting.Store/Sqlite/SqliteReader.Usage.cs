using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>Usage events.</summary>
internal sealed partial class SqliteReader
{
    private const string UsageColumns = """
        SELECT id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
          msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact
        FROM usage_event
        """;

    public async Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel)
    {
        var events = new List<UsageEvent>();
        await VisitUsageAsync(day, null, events.Add, cancel).ConfigureAwait(false);
        return events;
    }

    public Task VisitUsageAsync(DateOnly day, string? icb, Action<UsageEvent> visit, CancellationToken cancel)
    {
        using var reader = icb is null
            ? session.Statement(UsageColumns + " WHERE day = @0 ORDER BY seq", 1).With(UsageText.Of(day)).Read()
            : session.Statement(UsageColumns + " WHERE day = @0 AND icb = @1 ORDER BY seq", 2).With(UsageText.Of(day), icb).Read();
        return VisitAsync(reader, visit, cancel);
    }

    public Task VisitLateUsageAsync(long after, DateOnly before, Action<UsageEvent> visit, CancellationToken cancel)
    {
        using var reader = session.Statement(UsageColumns + " WHERE seq > @0 AND day < @1 ORDER BY seq", 2).With(after, UsageText.Of(before)).Read();
        return VisitAsync(reader, visit, cancel);
    }

    private static Task VisitAsync(Rows reader, Action<UsageEvent> visit, CancellationToken cancel)
    {
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            visit(ToUsage(reader));
        }

        return Task.CompletedTask;
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
