using Signposting.Store.Access;
using Signposting.Store.Hiding;

namespace Signposting.Store.Sqlite;

/// <summary>Keys, and what is hidden.</summary>
internal sealed partial class SqliteReader
{
    public ValueTask<long> ReadVersionAsync(string name, CancellationToken cancel) =>
        ValueTask.FromResult(session.Statement("SELECT count FROM change WHERE name = @0", 1).With(name).Long() ?? 0);

    public ValueTask<IReadOnlyList<ApiKey>> ReadApiKeysAsync(CancellationToken cancel)
    {
        var keys = new List<ApiKey>();
        using var reader = session.Statement("""
            SELECT id, hash, client, scopes, icb, ods, created_at, revoked_at FROM api_key ORDER BY created_at, id
            """, 0).Read();
        while (reader.Read())
        {
            keys.Add(new ApiKey
            {
                Id = reader.GetString(0),
                Hash = reader.Bytes(1)!,
                Client = reader.GetString(2),
                Scopes = reader.GetString(3).Split(' '),
                Icb = reader.Text(4),
                Ods = reader.Text(5),
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(6)),
                RevokedAt = reader.Long(7) is { } revoked ? DateTimeOffset.FromUnixTimeSeconds(revoked) : null,
            });
        }

        return ValueTask.FromResult<IReadOnlyList<ApiKey>>(keys);
    }

    public ValueTask<IReadOnlyList<Hidden>> ReadHiddenAsync(CancellationToken cancel) => ValueTask.FromResult(HiddenIn(session));

    public static IReadOnlyList<Hidden> HiddenIn(SqliteSession session)
    {
        var hidden = new List<Hidden>();
        using var reader = session.Statement("SELECT kind, target, reason, who, at FROM hidden ORDER BY at, kind, target", 0).Read();
        while (reader.Read())
        {
            hidden.Add(new Hidden
            {
                Kind = (HiddenKind)reader.GetInt64(0),
                Target = reader.GetString(1),
                Reason = reader.GetString(2),
                By = reader.GetString(3),
                At = DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(4)),
            });
        }

        return hidden;
    }
}
