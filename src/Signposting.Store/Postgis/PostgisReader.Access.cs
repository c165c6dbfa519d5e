using Npgsql;
using Signposting.Store.Access;
using Signposting.Store.Hiding;

namespace Signposting.Store.Postgis;

/// <summary>Keys, and what is hidden.</summary>
internal sealed partial class PostgisReader
{
    private const string FindVersion = "SELECT count FROM change WHERE name = $1";

    private const string ListApiKeys = "SELECT id, hash, client, scopes, icb, ods, created_at, revoked_at FROM api_key ORDER BY created_at, id";

    private const string ListHidden = "SELECT kind, target, reason, who, at FROM hidden ORDER BY at, kind, target";

    public async ValueTask<long> ReadVersionAsync(string name, CancellationToken cancel)
    {
        var found = await session.ReadAsync(FindVersion, static r => r.GetInt64(0), cancel, Sql.Of(name)).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async ValueTask<IReadOnlyList<ApiKey>> ReadApiKeysAsync(CancellationToken cancel) =>
        await session.ReadAsync(ListApiKeys, ToApiKey, cancel).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel) => await HiddenInAsync(session, cancel).ConfigureAwait(false);

    public static Task<List<Hidden>> HiddenInAsync(PostgisSession session, CancellationToken cancel) => session.ReadAsync(ListHidden, ToHidden, cancel);

    private static ApiKey ToApiKey(NpgsqlDataReader r) => new()
    {
        Id = r.GetString(0),
        Hash = r.GetFieldValue<byte[]>(1),
        Client = r.GetString(2),
        Scopes = r.GetString(3).Split(' '),
        Icb = r.Text(4),
        Ods = r.Text(5),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(6)),
        RevokedAt = r.Time(7),
    };

    private static Hidden ToHidden(NpgsqlDataReader r) => new()
    {
        Kind = (HiddenKind)r.GetInt16(0),
        Target = r.GetString(1),
        Reason = r.GetString(2),
        By = r.GetString(3),
        At = DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(4)),
    };
}
