using Signposting.Store.Areas;

namespace Signposting.Store.Postgis;

/// <summary>Areas.</summary>
internal sealed partial class PostgisWriter
{
    private const string ForgetAreas = "DELETE FROM area";

    private const string ForgetBodies = "DELETE FROM health_body";

    private const string ForgetVintage = "DELETE FROM area_vintage";

    private const string AddBodies = "INSERT INTO health_body (gss, ods, name) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])";

    private const string AddAreas = """
        INSERT INTO area (lsoa, msoa, msoa_name, sub_icb, icb, imd_decile)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[])
        """;

    private const string AddVintage = "INSERT INTO area_vintage (lsoa_year, icb_year, imd_year, source, imported_at) VALUES ($1, $2, $3, $4, $5)";

    private const string AddMsoas = """
        INSERT INTO lsoa_msoa (generation, lsoa, msoa) SELECT $1, * FROM unnest($2::text[], $3::text[])
        ON CONFLICT (generation, lsoa) DO UPDATE SET msoa = excluded.msoa
        """;

    public Task WriteAreasAsync(IReadOnlyList<Area> areas, AreaVintage vintage, CancellationToken cancel)
    {
        HealthBody[] bodies = [.. areas.SelectMany(area => (HealthBody[])[area.SubIcb, area.Icb]).DistinctBy(body => body.Gss)];
        session.Tell(ForgetAreas);
        session.Tell(ForgetBodies);
        session.Tell(ForgetVintage);
        session.Tell(AddBodies, Sql.Texts(bodies, body => body.Gss), Sql.Texts(bodies, body => body.Ods), Sql.Texts(bodies, body => body.Name));
        session.Tell(AddAreas, Sql.Texts(areas, area => area.Lsoa), Sql.Texts(areas, area => area.Msoa), Sql.Texts(areas, area => area.MsoaName),
            Sql.Texts(areas, area => area.SubIcb.Gss), Sql.Texts(areas, area => area.Icb.Gss), Sql.Shorts(areas, area => (short)area.ImdDecile));
        session.Tell(AddVintage, Sql.Of((long)vintage.LsoaYear), Sql.Of((long)vintage.IcbYear), Sql.Of((long)vintage.ImdYear),
            Sql.Of(vintage.Source), Sql.Of(vintage.ImportedAt.ToUnixTimeSeconds()));
        return session.FlushAsync(cancel);
    }

    public Task WriteMsoasAsync(IReadOnlyList<KeyValuePair<string, string>> msoaByLsoa, long generation, CancellationToken cancel)
    {
        session.Tell(AddMsoas, Sql.Of(generation), Sql.Texts(msoaByLsoa, pair => pair.Key), Sql.Texts(msoaByLsoa, pair => pair.Value));
        return session.FlushAsync(cancel);
    }
}
