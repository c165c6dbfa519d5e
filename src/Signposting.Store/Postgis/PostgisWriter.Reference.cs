using Npgsql;
using NpgsqlTypes;
using Signposting.Store.Places;

namespace Signposting.Store.Postgis;

/// <summary>Postcodes and documents.</summary>
internal sealed partial class PostgisWriter
{
    /// <summary>Name of the document that holds the number of the generation that answers.</summary>
    public const string PostcodeGeneration = "postcode-generation";

    private const string ForgetIncoming = "TRUNCATE incoming_postcode";

    private const string MakeIncoming = """
        CREATE TEMPORARY TABLE IF NOT EXISTS incoming_postcode
          (ord integer, postcode text, lat double precision, lon double precision, terminated text, lsoa text) ON COMMIT DROP
        """;

    private const string CopyPostcodes = "COPY incoming_postcode (ord, postcode, lat, lon, terminated, lsoa) FROM STDIN (FORMAT binary)";

    /// <summary>A file that names a postcode twice means the later row.</summary>
    private const string TakePostcodes = """
        INSERT INTO postcode (generation, postcode, lat, lon, terminated, lsoa)
        SELECT DISTINCT ON (postcode COLLATE "C") $1, postcode, lat, lon, terminated, lsoa FROM incoming_postcode ORDER BY postcode COLLATE "C", ord DESC
        ON CONFLICT (generation, postcode) DO UPDATE SET lat = excluded.lat, lon = excluded.lon, terminated = excluded.terminated,
          lsoa = excluded.lsoa
        """;

    private const string ForgetPostcodes = "DELETE FROM postcode WHERE generation <> $1";

    private const string ForgetMsoas = "DELETE FROM lsoa_msoa WHERE generation <> $1";

    private const string WriteDocument = """
        INSERT INTO document (name, content) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET content = excluded.content
        """;

    public async Task WritePostcodesAsync(IReadOnlyList<Postcode> rows, long generation, CancellationToken cancel)
    {
        session.Tell(MakeIncoming);
        session.Tell(ForgetIncoming);
        await session.CopyAsync(CopyPostcodes, rows.Index(), static (importer, row) => Write(importer, row.Index, row.Item), cancel).ConfigureAwait(false);
        session.Tell(TakePostcodes, Sql.Of(generation));
        await session.FlushAsync(cancel).ConfigureAwait(false);
    }

    public Task PublishPostcodesAsync(long generation, CancellationToken cancel)
    {
        session.Tell(ForgetPostcodes, Sql.Of(generation));
        session.Tell(ForgetMsoas, Sql.Of(generation));
        return WriteDocumentAsync(PostcodeGeneration, BitConverter.GetBytes(generation), cancel);
    }

    public Task WriteDocumentAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        session.Tell(WriteDocument, Sql.Of(name), Sql.Of(content));
        return session.FlushAsync(cancel);
    }

    private static void Write(NpgsqlBinaryImporter importer, int order, Postcode row)
    {
        importer.Write(order, NpgsqlDbType.Integer);
        importer.Write(Sql.Storable(row.Text)!, NpgsqlDbType.Text);
        Write(importer, row.Point?.Lat);
        Write(importer, row.Point?.Lon);
        Write(importer, row.TerminatedAt);
        Write(importer, row.Lsoa);
    }

    private static void Write(NpgsqlBinaryImporter importer, string? text)
    {
        if (Sql.Storable(text) is { } value)
            importer.Write(value, NpgsqlDbType.Text);
        else
            importer.WriteNull();
    }

    private static void Write(NpgsqlBinaryImporter importer, double? degrees)
    {
        if (degrees is { } value)
            importer.Write(value, NpgsqlDbType.Double);
        else
            importer.WriteNull();
    }
}
