using Signposting.Store.Access;
using Signposting.Store.Hiding;

namespace Signposting.Store.Postgis;

/// <summary>Keys, and what is hidden.</summary>
internal sealed partial class PostgisWriter
{
    private const string NoteChange = """
        INSERT INTO change (name, count) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET count = change.count + 1
        """;

    private const string AddApiKey = """
        INSERT INTO api_key (id, hash, client, scopes, icb, ods, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string RevokeApiKey = "UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING true";

    private const string Hide = """
        INSERT INTO hidden (kind, target, reason, who, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (kind, target) DO UPDATE SET reason = excluded.reason, who = excluded.who, at = excluded.at
        """;

    private const string Unhide = "DELETE FROM hidden WHERE kind = $1 AND target = $2";

    public async ValueTask NoteChangeAsync(string name, CancellationToken cancel)
    {
        session.Tell(NoteChange, Sql.Of(name));
        await session.FlushAsync(cancel).ConfigureAwait(false);
    }

    public async ValueTask AddApiKeyAsync(ApiKey key, CancellationToken cancel)
    {
        session.Tell(AddApiKey, Sql.Of(key.Id), Sql.Of(key.Hash), Sql.Of(key.Client), Sql.Of(string.Join(' ', key.Scopes)),
            Sql.Of(key.Icb), Sql.Of(key.Ods), Sql.Of(key.CreatedAt.ToUnixTimeSeconds()));
        await session.FlushAsync(cancel).ConfigureAwait(false);
    }

    public async ValueTask<bool> RevokeApiKeyAsync(string id, long now, CancellationToken cancel)
    {
        var revoked = await session.ReadAsync(RevokeApiKey, static r => r.GetBoolean(0), cancel, Sql.Of(id), Sql.Of(now)).ConfigureAwait(false);
        return revoked.Count > 0;
    }

    public async ValueTask HideAsync(Hidden hidden, CancellationToken cancel)
    {
        session.Tell(Hide, Sql.Of((long)hidden.Kind), Sql.Of(hidden.Target), Sql.Of(hidden.Reason), Sql.Of(hidden.By), Sql.Of(hidden.At.ToUnixTimeSeconds()));
        await session.FlushAsync(cancel).ConfigureAwait(false);
    }

    public async ValueTask UnhideAsync(HiddenKind kind, string target, CancellationToken cancel)
    {
        session.Tell(Unhide, Sql.Of((long)kind), Sql.Of(target));
        await session.FlushAsync(cancel).ConfigureAwait(false);
    }
}
