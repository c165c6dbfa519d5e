using Signposting.Store.Access;
using Signposting.Store.Hiding;

namespace Signposting.Store.Sqlite;

/// <summary>Keys, and what is hidden.</summary>
internal sealed partial class SqliteWriter
{
    public ValueTask NoteChangeAsync(string name, CancellationToken cancel)
    {
        session.Statement("""
            INSERT INTO change (name, count) VALUES (@0, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1
            """, 1).With(name).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask AddApiKeyAsync(ApiKey key, CancellationToken cancel)
    {
        session.Statement("""
            INSERT INTO api_key (id, hash, client, scopes, icb, ods, created_at) VALUES (@0, @1, @2, @3, @4, @5, @6)
            """, 7).With(key.Id, key.Hash.ToArray(), key.Client, string.Join(' ', key.Scopes), key.Icb, key.Ods, key.CreatedAt.ToUnixTimeSeconds()).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RevokeApiKeyAsync(string id, long now, CancellationToken cancel) => ValueTask.FromResult(
        session.Statement("UPDATE api_key SET revoked_at = @1 WHERE id = @0 AND revoked_at IS NULL", 2).With(id, now).Execute() > 0);

    public ValueTask HideAsync(Hidden hidden, CancellationToken cancel)
    {
        session.Statement("""
            INSERT INTO hidden (kind, target, reason, who, at) VALUES (@0, @1, @2, @3, @4)
            ON CONFLICT (kind, target) DO UPDATE SET reason = excluded.reason, who = excluded.who, at = excluded.at
            """, 5).With((long)hidden.Kind, hidden.Target, hidden.Reason, hidden.By, hidden.At.ToUnixTimeSeconds()).Execute();
        return ValueTask.CompletedTask;
    }

    public ValueTask UnhideAsync(HiddenKind kind, string target, CancellationToken cancel)
    {
        session.Statement("DELETE FROM hidden WHERE kind = @0 AND target = @1", 2).With((long)kind, target).Execute();
        return ValueTask.CompletedTask;
    }
}
