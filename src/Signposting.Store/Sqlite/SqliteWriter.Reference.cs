using Signposting.Store.Places;

namespace Signposting.Store.Sqlite;

/// <summary>Postcodes and documents.</summary>
internal sealed partial class SqliteWriter
{
    public const string PostcodeGeneration = "postcode-generation";

    public Task WritePostcodesAsync(IReadOnlyList<Postcode> rows, long generation, CancellationToken cancel)
    {
        var statement = session.Statement("""
            INSERT OR REPLACE INTO postcode (generation, postcode, lat, lon, terminated, lsoa) VALUES (@0, @1, @2, @3, @4, @5)
            """, 6);
        foreach (var row in rows)
            statement.With(generation, row.Text, row.Point?.Lat, row.Point?.Lon, row.TerminatedAt, row.Lsoa).Execute();
        return Task.CompletedTask;
    }

    public Task PublishPostcodesAsync(long generation, CancellationToken cancel)
    {
        session.Statement("DELETE FROM postcode WHERE generation <> @0", 1).With(generation).Execute();
        session.Statement("DELETE FROM lsoa_msoa WHERE generation <> @0", 1).With(generation).Execute();
        return WriteDocumentAsync(PostcodeGeneration, BitConverter.GetBytes(generation), cancel);
    }

    public Task WriteDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        session.Statement("INSERT OR REPLACE INTO document (name, content) VALUES (@0, @1)", 2).With(name, content.ToArray()).Execute();
        return Task.CompletedTask;
    }
}
