using Signposting.Store.Areas;
using Signposting.Store.Places;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class AreaTests
{
    private static readonly Area Town = new()
    {
        Lsoa = "E01033010", MsoaName = "Leeds 111", ImdDecile = 3, SubIcb = new HealthBody("E38000225", "15F", "Sub-ICB"), Icb = new HealthBody("E54000054", "QWO", "West Yorkshire"),
    };

    private static readonly AreaVintage Vintage = new() { LsoaYear = 2021, IcbYear = 2024, ImdYear = 2025, Source = "a.csv, b.csv", ImportedAt = DateTimeOffset.UnixEpoch.AddDays(1) };

    [Theory, EachEngine]
    public async Task A_postcode_leads_to_its_area(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        Assert.Null(await test.Store.FindAreaAsync("LS1 3AD", CancellationToken.None));
        await ImportAsync(test, new Postcode("LS1 3AD", Leeds.TownHall, null) { Lsoa = Town.Lsoa, Msoa = "E02006875" }, new Postcode("LS1 4AA", Leeds.TownHall, null), new Postcode("CF10 1AA", null, null) { Lsoa = "W01001939" });
        Assert.Null(await test.Store.FindAreaAsync("LS1 3AD", CancellationToken.None));

        await test.Store.ImportAreasAsync([Town, Town with { Lsoa = "E01000001", ImdDecile = 10 }], Vintage, CancellationToken.None);

        Assert.Equal(Town with { Msoa = "E02006875" }, await test.Store.FindAreaAsync("LS1 3AD", CancellationToken.None));
        Assert.Equal(10, (await test.Store.FindAreaOfLsoaAsync("E01000001", CancellationToken.None))!.ImdDecile);
        foreach (var unknown in (string[])["LS1 4AA", "CF10 1AA", "ZZ1 1ZZ"])
            Assert.Null(await test.Store.FindAreaAsync(unknown, CancellationToken.None));
        Assert.Equal(Vintage, await test.Store.ReadAreaVintageAsync(CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task The_MSOA_of_the_areas_files_goes_before_that_of_the_directory(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await ImportAsync(test, new Postcode("LS1 3AD", null, null) { Lsoa = Town.Lsoa, Msoa = "E02000001" });

        await test.Store.ImportAreasAsync([Town with { Msoa = "E02000002" }], Vintage, CancellationToken.None);

        Assert.Equal("E02000002", (await test.Store.FindAreaAsync("LS1 3AD", CancellationToken.None))!.Msoa);
    }

    [Theory, EachEngine]
    public async Task An_import_replaces_all_areas_and_their_vintage(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.ImportAreasAsync([Town, Town with { Lsoa = "E01000001" }], Vintage, CancellationToken.None);
        var merged = Town with { Icb = new HealthBody("E54000099", "QXX", "Merged board") };

        await test.Store.ImportAreasAsync([merged], Vintage with { IcbYear = 2026 }, CancellationToken.None);

        Assert.Equal(merged, await test.Store.FindAreaOfLsoaAsync(Town.Lsoa, CancellationToken.None));
        Assert.Null(await test.Store.FindAreaOfLsoaAsync("E01000001", CancellationToken.None));
        Assert.Equal(2026, (await test.Store.ReadAreaVintageAsync(CancellationToken.None))!.IcbYear);
    }

    [Theory, EachEngine]
    public async Task A_new_directory_leaves_nothing_of_the_areas_of_the_old_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.ImportAreasAsync([Town], Vintage, CancellationToken.None);
        await ImportAsync(test, new Postcode("LS1 3AD", null, null) { Lsoa = Town.Lsoa, Msoa = "E02006875" });

        test.Time.Advance(TimeSpan.FromMinutes(1));
        await ImportAsync(test, new Postcode("LS1 3AD", Leeds.TownHall, null));

        Assert.Null(await test.Store.FindAreaAsync("LS1 3AD", CancellationToken.None));
        Assert.Null((await test.Store.FindAreaOfLsoaAsync(Town.Lsoa, CancellationToken.None))!.Msoa);
    }

    private static Task<long> ImportAsync(TestStore test, params Postcode[] rows) => test.Store.ImportPostcodesAsync(rows.ToAsyncEnumerable(), "test", CancellationToken.None);
}
