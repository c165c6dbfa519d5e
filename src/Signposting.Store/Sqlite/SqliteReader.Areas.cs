using Signposting.Store.Areas;

namespace Signposting.Store.Sqlite;

/// <summary>Areas.</summary>
internal sealed partial class SqliteReader
{
    public ValueTask<Area?> FindAreaAsync(string lsoa, CancellationToken cancel)
    {
        using var reader = session.Statement("""
            SELECT a.lsoa, coalesce(a.msoa, m.msoa), a.msoa_name, s.gss, s.ods, s.name, i.gss, i.ods, i.name, a.imd_decile
            FROM area a JOIN health_body s ON s.gss = a.sub_icb JOIN health_body i ON i.gss = a.icb
            LEFT JOIN lsoa_msoa m ON m.generation = @1 AND m.lsoa = a.lsoa
            WHERE a.lsoa = @0
            """, 2).With(lsoa, Generation()).Read();
        return ValueTask.FromResult(!reader.Read() ? null : new Area
        {
            Lsoa = reader.GetString(0),
            Msoa = reader.Text(1),
            MsoaName = reader.Text(2),
            SubIcb = new HealthBody(reader.GetString(3), reader.GetString(4), reader.GetString(5)),
            Icb = new HealthBody(reader.GetString(6), reader.GetString(7), reader.GetString(8)),
            ImdDecile = (int)reader.GetInt64(9),
        });
    }

    public ValueTask<AreaVintage?> ReadAreaVintageAsync(CancellationToken cancel)
    {
        using var reader = session.Statement("SELECT lsoa_year, icb_year, imd_year, source, imported_at FROM area_vintage", 0).Read();
        return ValueTask.FromResult(!reader.Read() ? null : new AreaVintage
        {
            LsoaYear = (int)reader.GetInt64(0),
            IcbYear = (int)reader.GetInt64(1),
            ImdYear = (int)reader.GetInt64(2),
            Source = reader.GetString(3),
            ImportedAt = DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(4)),
        });
    }
}
