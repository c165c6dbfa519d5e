using Npgsql;
using Signposting.Store.Areas;

namespace Signposting.Store.Postgis;

/// <summary>Areas.</summary>
internal sealed partial class PostgisReader
{
    private const string FindArea = """
        SELECT a.lsoa, coalesce(a.msoa, m.msoa), a.msoa_name, s.gss, s.ods, s.name, i.gss, i.ods, i.name, a.imd_decile
        FROM area a JOIN health_body s ON s.gss = a.sub_icb JOIN health_body i ON i.gss = a.icb
        LEFT JOIN lsoa_msoa m ON m.generation = $2 AND m.lsoa = a.lsoa
        WHERE a.lsoa = $1
        """;

    private const string FindVintage = "SELECT lsoa_year, icb_year, imd_year, source, imported_at FROM area_vintage";

    public async ValueTask<Area?> FindAreaAsync(string lsoa, CancellationToken cancel)
    {
        var generation = await PostcodeGenerationAsync(cancel).ConfigureAwait(false);
        var found = await session.ReadAsync(FindArea, ToArea, cancel, Sql.Of(lsoa), Sql.Of(generation)).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async ValueTask<AreaVintage?> ReadAreaVintageAsync(CancellationToken cancel)
    {
        var found = await session.ReadAsync(FindVintage, ToVintage, cancel).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    private static Area ToArea(NpgsqlDataReader r) => new()
    {
        Lsoa = r.GetString(0),
        Msoa = r.Text(1),
        MsoaName = r.Text(2),
        SubIcb = new HealthBody(r.GetString(3), r.GetString(4), r.GetString(5)),
        Icb = new HealthBody(r.GetString(6), r.GetString(7), r.GetString(8)),
        ImdDecile = r.GetInt16(9),
    };

    private static AreaVintage ToVintage(NpgsqlDataReader r) => new()
    {
        LsoaYear = r.GetInt32(0),
        IcbYear = r.GetInt32(1),
        ImdYear = r.GetInt32(2),
        Source = r.GetString(3),
        ImportedAt = DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(4)),
    };
}
