using Signposting.Store.Feeds;

namespace Signposting.Store.Sqlite;

/// <summary>How far the feeds are read, which are left out of answers, and who harvests.</summary>
internal sealed partial class SqliteReader
{
    private bool? _conceals;

    /// <summary>Almost always false; then the sessions are read without asking whose they are.</summary>
    private bool Conceals => _conceals ??= session.Statement("SELECT 1 FROM feed WHERE concealed = 1 LIMIT 1", 0).Any();

    public ValueTask<Coverage> ReadCoverageAsync(CancellationToken cancel)
    {
        using var reader = session.Statement("SELECT max(last_success), count(*) FILTER (WHERE reached_end = 0 AND state <> 4) FROM feed", 0).Read();
        reader.Read();
        return ValueTask.FromResult(new Coverage(reader.Time(0), reader.GetInt32(1)));
    }

    public ValueTask<IReadOnlyList<string>> ReadConcealedAsync(CancellationToken cancel)
    {
        var urls = new List<string>();
        using var reader = session.Statement("SELECT url FROM feed WHERE concealed = 1", 0).Read();
        while (reader.Read())
            urls.Add(reader.GetString(0));
        return ValueTask.FromResult<IReadOnlyList<string>>(urls);
    }

    public ValueTask<(string Owner, long Until)?> ReadLeaseAsync(string name, CancellationToken cancel)
    {
        using var reader = session.Statement("SELECT owner, until FROM lease WHERE name = @0", 1).With(name).Read();
        return ValueTask.FromResult<(string, long)?>(reader.Read() ? (reader.GetString(0), reader.GetInt64(1)) : null);
    }
}
