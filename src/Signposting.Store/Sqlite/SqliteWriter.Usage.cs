using Signposting.Store.Usage;

namespace Signposting.Store.Sqlite;

/// <summary>Usage events and the keys of days.</summary>
internal sealed partial class SqliteWriter
{
    /// <summary>With what overwrites deleted content: otherwise a page that is divided keeps copies of rows, which would outlive them.</summary>
    public Task AddUsageAsync(IReadOnlyList<UsageEvent> events, CancellationToken cancel)
    {
        session.Execute("PRAGMA secure_delete=ON");
        try
        {
            Add(events);
        }
        finally
        {
            session.Execute("PRAGMA secure_delete=OFF");
        }

        return Task.CompletedTask;
    }

    private void Add(IReadOnlyList<UsageEvent> events)
    {
        var row = session.Statement("""
            INSERT INTO usage_event (id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
              msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, @22)
            """, 23);
        foreach (var one in events)
        {
            var (area, results) = (one.Area, one.Results);
            row.With(
                one.Id, UsageText.Of(one.Day), (long)one.Part, one.Client, (long)one.Kind, (long)one.Channel,
                UsageText.Of(one.Conditions), UsageText.Of(one.Activities), one.Opportunity, one.Provider,
                area.Msoa, area.SubIcb, area.Icb, area.ImdDecile, area.Vintage?.LsoaYear, area.Vintage?.IcbYear, area.Vintage?.ImdYear,
                results?.Count, Flag(results?.More), results?.Suited, Flag(results?.MoreSuited), (long?)one.Distance, one.Contact).Execute();
        }
    }

    // There is one writer at a time, and this is it.
    public Task<long> SettleUsageAsync(CancellationToken cancel) => Task.FromResult(session.Statement("SELECT max(seq) FROM usage_event", 0).Long() ?? 0);

    public Task<byte[]> InternUsageKeyAsync(DateOnly day, byte[] fresh, CancellationToken cancel)
    {
        session.Statement("INSERT INTO usage_key (day, key) VALUES (@0, @1) ON CONFLICT (day) DO NOTHING", 2).With(UsageText.Of(day), fresh).Execute();
        return Task.FromResult(session.Statement("SELECT key FROM usage_key WHERE day = @0", 1).With(UsageText.Of(day)).Bytes()!);
    }

    /// <summary>What SQLite deletes otherwise stays in the file until its page is used again (https://www.sqlite.org/pragma.html#pragma_secure_delete).</summary>
    public Task ForgetUsageKeysAsync(DateOnly before, CancellationToken cancel)
    {
        session.Execute("PRAGMA secure_delete=ON");
        try
        {
            session.Statement("DELETE FROM usage_key WHERE day < @0", 1).With(UsageText.Of(before)).Execute();
        }
        finally
        {
            session.Execute("PRAGMA secure_delete=OFF");
        }

        return Task.CompletedTask;
    }

    private static long? Flag(bool? value) => value is { } flag ? (flag ? 1 : 0) : null;
}
