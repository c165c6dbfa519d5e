using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>Usage events.</summary>
internal sealed partial class PostgisReader
{
    /// <summary>What is counted.</summary>
    private const string Counted = """
        day, part, kind, channel, conditions, activities, provider,
          msoa, sub_icb, icb, imd_decile::integer, lsoa_year::bigint, icb_year::bigint, imd_year::bigint,
          results::bigint, coalesce(more_results, false), suited::bigint, coalesce(more_suited, false), distance::bigint, contact
        """;

    private const string UsageColumns = $"SELECT {Counted} FROM usage_event";

    private const string UsageInOrder = $"SELECT {Counted}, id, client, opportunity FROM usage_event WHERE day = $1 ORDER BY seq";

    private const string UsageOfDay = UsageColumns + " WHERE day = $1 AND seq <= $2";

    private const string UsageOfBoard = UsageColumns + " WHERE day = $1 AND seq <= $2 AND icb = $3";

    private const string LateUsage = UsageColumns + " WHERE seq > $1 AND seq <= $2 AND day < $3";

    private readonly PostgisUsage _usage = new();

    public async Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel) =>
        await session.ReadAsync(UsageInOrder, r => _usage.Read(r) with { Id = r.Text(20), Client = r.Text(21), Opportunity = r.Text(22) }, cancel, Sql.Of(UsageText.Of(day))).ConfigureAwait(false);

    public Task VisitUsageAsync(DateOnly day, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel)
    {
        if (span.Icb is null)
            session.Ask(UsageOfDay, r => visit(_usage.Read(r)), Sql.Of(UsageText.Of(day)), Sql.Of(span.Through));
        else
            session.Ask(UsageOfBoard, r => visit(_usage.Read(r)), Sql.Of(UsageText.Of(day)), Sql.Of(span.Through), Sql.Of(span.Icb));
        return session.FlushAsync(cancel);
    }

    public Task VisitLateUsageAsync(long after, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel)
    {
        session.Ask(LateUsage, r => visit(_usage.Read(r)), Sql.Of(after), Sql.Of(span.Through), Sql.Of(UsageText.Of(span.First)));
        return session.FlushAsync(cancel);
    }
}
