using Signposting.Store.Areas;

namespace Signposting.Store.Sqlite;

/// <summary>Areas.</summary>
internal sealed partial class SqliteWriter
{
    public Task WriteAreasAsync(IReadOnlyList<Area> areas, AreaVintage vintage, CancellationToken cancel)
    {
        session.Statement("DELETE FROM area", 0).Execute();
        session.Statement("DELETE FROM health_body", 0).Execute();
        session.Statement("DELETE FROM area_vintage", 0).Execute();
        var body = session.Statement("INSERT INTO health_body (gss, ods, name) VALUES (@0, @1, @2)", 3);
        foreach (var one in areas.SelectMany(area => (HealthBody[])[area.SubIcb, area.Icb]).DistinctBy(one => one.Gss))
            body.With(one.Gss, one.Ods, one.Name).Execute();
        var row = session.Statement("INSERT INTO area (lsoa, msoa, msoa_name, sub_icb, icb, imd_decile) VALUES (@0, @1, @2, @3, @4, @5)", 6);
        foreach (var area in areas)
            row.With(area.Lsoa, area.Msoa, area.MsoaName, area.SubIcb.Gss, area.Icb.Gss, (long)area.ImdDecile).Execute();
        session.Statement("INSERT INTO area_vintage (lsoa_year, icb_year, imd_year, source, imported_at) VALUES (@0, @1, @2, @3, @4)", 5)
            .With((long)vintage.LsoaYear, (long)vintage.IcbYear, (long)vintage.ImdYear, vintage.Source, vintage.ImportedAt.ToUnixTimeSeconds()).Execute();
        return Task.CompletedTask;
    }

    public Task WriteMsoasAsync(IReadOnlyList<KeyValuePair<string, string>> msoaByLsoa, long generation, CancellationToken cancel)
    {
        var statement = session.Statement("INSERT OR REPLACE INTO lsoa_msoa (generation, lsoa, msoa) VALUES (@0, @1, @2)", 3);
        foreach (var (lsoa, msoa) in msoaByLsoa)
            statement.With(generation, lsoa, msoa).Execute();
        return Task.CompletedTask;
    }
}
