using Signposting.Store.Feeds;

namespace Signposting.Store.Postgis;

/// <summary>How far the feeds are read, which are left out of answers, and who harvests.</summary>
internal sealed partial class PostgisReader
{
    public async ValueTask<Coverage> ReadCoverageAsync(CancellationToken cancel) => (await session.ReadAsync(
        "SELECT max(last_success), (count(*) FILTER (WHERE NOT reached_end AND state <> 4))::int FROM feed", static r => new Coverage(r.Time(0), r.GetInt32(1)), cancel).ConfigureAwait(false))[0];

    public async ValueTask<IReadOnlyList<string>> ReadConcealedAsync(CancellationToken cancel) =>
        await session.ReadAsync("SELECT url FROM feed WHERE concealed", static r => r.GetString(0), cancel).ConfigureAwait(false);

    public async ValueTask<(string Owner, long Until)?> ReadLeaseAsync(string name, CancellationToken cancel)
    {
        var found = await session.ReadAsync("SELECT owner, until FROM lease WHERE name = $1", static r => (r.GetString(0), r.GetInt64(1)), cancel, Sql.Of(name)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }
}
