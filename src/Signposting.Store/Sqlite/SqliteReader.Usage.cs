using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>Usage events.</summary>
internal sealed partial class SqliteReader
{
    /// <summary>What is counted.</summary>
    private const string Counted = """
        day, part, kind, channel, conditions, activities, provider,
          msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact
        """;

    private const string UsageColumns = $"SELECT {Counted} FROM usage_event";

    private const string UsageInOrder = $"SELECT {Counted}, id, client, opportunity FROM usage_event WHERE day = @0 ORDER BY seq";

    private SqliteUsage? _usage;

    public Task<IReadOnlyList<UsageEvent>> ReadUsageAsync(DateOnly day, CancellationToken cancel)
    {
        var events = new List<UsageEvent>();
        var usage = new SqliteUsage();
        using var rows = session.Statement(UsageInOrder, 1).With(UsageText.Of(day)).Read();
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            events.Add(usage.Read(rows) with { Id = rows.Text(20), Client = rows.Text(21), Opportunity = rows.Text(22) });
        }

        return Task.FromResult<IReadOnlyList<UsageEvent>>(events);
    }

    public Task VisitUsageAsync(DateOnly day, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel)
    {
        Visit(
            span.Icb is null
                ? session.Statement(UsageColumns + " WHERE day = @0 AND seq <= @1", 2).With(UsageText.Of(day), span.Through).Read()
                : session.Statement(UsageColumns + " WHERE day = @0 AND seq <= @1 AND icb = @2", 3).With(UsageText.Of(day), span.Through, span.Icb).Read(),
            visit,
            cancel);
        return Task.CompletedTask;
    }

    public Task VisitLateUsageAsync(long after, UsageSpan span, Action<UsageEvent> visit, CancellationToken cancel)
    {
        Visit(session.Statement(UsageColumns + " WHERE seq > @0 AND seq <= @1 AND day < @2", 3).With(after, span.Through, UsageText.Of(span.First)).Read(), visit, cancel);
        return Task.CompletedTask;
    }

    private void Visit(Rows rows, Action<UsageEvent> visit, CancellationToken cancel)
    {
        _usage ??= new SqliteUsage();
        using (rows)
        {
            while (rows.Read())
            {
                cancel.ThrowIfCancellationRequested();
                visit(_usage.Read(rows));
            }
        }
    }
}
