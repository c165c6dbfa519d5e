using Signposting.Store.Usage;

namespace Signposting.Store.Postgis;

/// <summary>Usage events and the keys of days.</summary>
internal sealed partial class PostgisWriter
{
    private const string AddUsage = """
        INSERT INTO usage_event (id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
          msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact)
        SELECT id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
          msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact
        FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::text[], $8::text[], $9::text[], $10::text[],
          $11::text[], $12::text[], $13::text[], $14::integer[], $15::integer[], $16::integer[], $17::integer[],
          $18::integer[], $19::boolean[], $20::integer[], $21::boolean[], $22::integer[], $23::bytea[])
        WITH ORDINALITY AS e (id, day, part, client, kind, channel, conditions, activities, opportunity, provider,
          msoa, sub_icb, icb, imd_decile, lsoa_year, icb_year, imd_year, results, more_results, suited, more_suited, distance, contact, ord)
        ORDER BY ord
        """;

    // Waits for every transaction that has written to the table, and holds up those to come until this one has ended, a moment later.
    private const string WaitForUsage = "LOCK TABLE usage_event IN SHARE MODE";

    private const string LastUsage = "SELECT coalesce(max(seq), 0) FROM usage_event";

    private const string AddUsageKey = "INSERT INTO usage_key (day, key) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING";

    private const string FindUsageKey = "SELECT key FROM usage_key WHERE day = $1";

    private const string ForgetUsageKeys = "DELETE FROM usage_key WHERE day < $1";

    public Task AddUsageAsync(IReadOnlyList<UsageEvent> events, CancellationToken cancel)
    {
        session.Tell(
            AddUsage,
            Sql.Texts(events, e => e.Id), Sql.Texts(events, e => UsageText.Of(e.Day)), Sql.Ints(events, e => (int)e.Part), Sql.Texts(events, e => e.Client),
            Sql.Ints(events, e => (int)e.Kind), Sql.Ints(events, e => (int)e.Channel), Sql.Texts(events, e => UsageText.Of(e.Conditions)),
            Sql.Texts(events, e => UsageText.Of(e.Activities)), Sql.Texts(events, e => e.Opportunity), Sql.Texts(events, e => e.Provider),
            Sql.Texts(events, e => e.Area.Msoa), Sql.Texts(events, e => e.Area.SubIcb), Sql.Texts(events, e => e.Area.Icb), Sql.Ints(events, e => e.Area.ImdDecile),
            Sql.Ints(events, e => e.Area.Vintage?.LsoaYear), Sql.Ints(events, e => e.Area.Vintage?.IcbYear), Sql.Ints(events, e => e.Area.Vintage?.ImdYear),
            Sql.Ints(events, e => e.Results?.Count), Sql.Flags(events, e => e.Results?.More), Sql.Ints(events, e => e.Results?.Suited),
            Sql.Flags(events, e => e.Results?.MoreSuited), Sql.Ints(events, e => (int?)e.Distance), Sql.Bytes(events, e => e.Contact));
        return session.FlushAsync(cancel);
    }

    public async Task<long> SettleUsageAsync(CancellationToken cancel)
    {
        session.Tell(WaitForUsage);
        return (await session.ReadAsync(LastUsage, static r => r.GetInt64(0), cancel).ConfigureAwait(false)).Single();
    }

    /// <summary>Two processes may come at once: the second one's insert waits for the first, and its question then sees the first one's key.</summary>
    public async Task<byte[]> InternUsageKeyAsync(DateOnly day, byte[] fresh, CancellationToken cancel)
    {
        session.Tell(AddUsageKey, Sql.Of(UsageText.Of(day)), Sql.Of(fresh.AsMemory()));
        var keys = await session.ReadAsync(FindUsageKey, static r => r.GetFieldValue<byte[]>(0), cancel, Sql.Of(UsageText.Of(day))).ConfigureAwait(false);
        return keys.Single();
    }

    public Task ForgetUsageKeysAsync(DateOnly before, CancellationToken cancel)
    {
        session.Tell(ForgetUsageKeys, Sql.Of(UsageText.Of(before)));
        return session.FlushAsync(cancel);
    }
}
