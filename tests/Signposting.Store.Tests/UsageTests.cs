using Signposting.Store.Areas;
using Signposting.Store.Tests.Stores;
using Signposting.Store.Usage;

namespace Signposting.Store.Tests;

public sealed class UsageTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly UsageEvent Signpost = new()
    {
        Id = "sp_0000000000000001", Day = Today, Part = PartOfDay.Evening, Client = "Surgery", Kind = UsageKind.Signpost, Channel = UsageChannel.Leaflet,
        Conditions = ["copd", "falls"], Activities = ["https://openactive.io/activity-list#a", "https://openactive.io/activity-list#b"], Opportunity = "op_7h2kq0v9d3mzt5x8", Provider = "Example Leisure",
        Area = new UsageArea { Msoa = "E02006875", SubIcb = "15F", Icb = "QWO", ImdDecile = 3, Vintage = new UsageVintage(2021, 2024, 2025) },
        Distance = DistanceBand.From1To3, Contact = [1, 2, 3],
    };

    private static readonly UsageEvent Search = new()
    {
        Day = Today, Part = PartOfDay.Night, Kind = UsageKind.Search, Channel = UsageChannel.Rest,
        Area = UsageArea.NotKnown(null), Results = new UsageResults(20, true, null, false), Contact = [4],
    };

    [Theory, EachEngine]
    public async Task Events_come_back_as_they_were_written_in_their_order(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        UsageEvent[] events = [Signpost, Search, Search with { Results = new UsageResults(2, false, 1, true), Distance = DistanceBand.From10, Kind = UsageKind.View }, Search with { Results = null, Client = "Another" }];

        await test.Store.RecordUsageAsync(events[..2], durable: true, CancellationToken.None);
        await test.Store.RecordUsageAsync([events[2], events[3], Search with { Day = Today.AddDays(1) }], durable: false, CancellationToken.None);

        var read = await test.Store.ReadUsageAsync(Today, CancellationToken.None);
        Assert.Equivalent(events, read, strict: true);
        Assert.Equal(events.Select(one => (one.Kind, one.Client, one.Results)), read.Select(one => (one.Kind, one.Client, one.Results)));
    }

    [Theory, EachEngine]
    public async Task The_key_of_a_day_is_the_same_in_every_process_and_another_on_every_day(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var elsewhere = await test.OpenAnotherAsync();

        var keys = await Task.WhenAll(test.Store.ReadUsageKeyAsync(Today, CancellationToken.None), elsewhere.ReadUsageKeyAsync(Today, CancellationToken.None));

        Assert.Equal(ContactKey.KeyBytes, keys[0].Length);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[0], await test.Store.ReadUsageKeyAsync(Today, CancellationToken.None));
        Assert.NotEqual(keys[0], await test.Store.ReadUsageKeyAsync(Today.AddDays(1), CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Keys_of_past_days_are_deleted_and_that_of_today_stays(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var (yesterday, today) = (await test.Store.ReadUsageKeyAsync(Today.AddDays(-1), CancellationToken.None), await test.Store.ReadUsageKeyAsync(Today, CancellationToken.None));

        await test.Store.ForgetUsageKeysAsync(Today, CancellationToken.None);

        Assert.Equal(today, await test.Store.ReadUsageKeyAsync(Today, CancellationToken.None));
        Assert.NotEqual(yesterday, await test.Store.ReadUsageKeyAsync(Today.AddDays(-1), CancellationToken.None));
    }

    [Fact]
    public async Task A_deleted_key_does_not_stay_in_the_file_of_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("signposting-usage-").FullName;
        try
        {
            var file = Path.Combine(folder, "store.db");
            byte[] key;
            await using (var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, $"Data Source={file}"), TimeProvider.System, CancellationToken.None))
                key = await store.ReadUsageKeyAsync(Today, CancellationToken.None);
            Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(key) >= 0);

            await using (var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, $"Data Source={file}"), TimeProvider.System, CancellationToken.None))
                await store.ForgetUsageKeysAsync(Today.AddDays(1), CancellationToken.None);

            Assert.All(Directory.GetFiles(folder), left => Assert.True(File.ReadAllBytes(left).AsSpan().IndexOf(key) < 0, left));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, EachEngine]
    public async Task Removed_events_are_those_before_a_day_and_what_was_published_stays(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.RecordUsageAsync([Signpost with { Day = Today.AddDays(-1) }, Search with { Day = Today.AddDays(-1) }, Search], durable: true, CancellationToken.None);
        var through = await test.Store.SettleUsageAsync(CancellationToken.None);
        await test.Store.PublishUsageMonthAsync(new UsageMonth(new DateOnly(2026, 10, 1), DateTimeOffset.UnixEpoch, through), [new UsagePublication("QWO", [1, 2, 3])], CancellationToken.None);

        Assert.Equal(2, await test.Store.RemoveUsageAsync(Today, CancellationToken.None));

        Assert.Empty(await test.Store.ReadUsageAsync(Today.AddDays(-1), CancellationToken.None));
        Assert.Single(await test.Store.ReadUsageAsync(Today, CancellationToken.None));
        Assert.Equal([1, 2, 3], await test.Store.ReadUsagePublicationAsync(new DateOnly(2026, 10, 1), "QWO", CancellationToken.None));
    }

    [Fact]
    public async Task Removed_events_are_in_no_file_of_SQLite_while_the_store_is_still_open()
    {
        var folder = Directory.CreateTempSubdirectory("signposting-usage-").FullName;
        try
        {
            await using var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, $"Data Source={Path.Combine(folder, "store.db")}"), TimeProvider.System, CancellationToken.None);
            var events = Enumerable.Range(0, 3_000).Select(number => Signpost with { Id = $"sp_{number:0000000000000000}", Provider = "Provider of a removed event", Contact = "contact of removed"u8.ToArray() });
            await store.RecordUsageAsync([.. events], durable: true, CancellationToken.None);
            Assert.Contains(Directory.GetFiles(folder), file => Holds(file, "Provider of a removed event"u8));

            Assert.Equal(3_000, await store.RemoveUsageAsync(Today.AddDays(1), CancellationToken.None));

            foreach (var file in Directory.GetFiles(folder))
                Assert.False(Holds(file, "Provider of a removed event"u8) || Holds(file, "contact of removed"u8) || Holds(file, "sp_0000000000001234"u8), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, EachEngine]
    public async Task What_is_written_after_the_last_event_was_asked_for_has_a_higher_number(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.RecordUsageAsync([Search], durable: true, CancellationToken.None);
        var through = await test.Store.SettleUsageAsync(CancellationToken.None);
        await test.Store.RecordUsageAsync([Search, Search], durable: true, CancellationToken.None);
        var (before, late) = (0, 0);

        await test.Store.VisitUsageAsync(new UsageSpan(Today, Today) { Through = through }, _ => before++, () => { }, _ => { }, CancellationToken.None);
        await test.Store.VisitUsageAsync(new UsageSpan(Today.AddDays(1), Today.AddDays(1)) { LateAfter = through }, _ => { }, () => { }, _ => late++, CancellationToken.None);

        Assert.Equal((1, 2), (before, late));
    }

    [Theory, EachEngine]
    public async Task The_area_of_an_LSOA_comes_with_its_vintage_and_without_the_LSOA(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var area = new Area { Lsoa = "E01033010", Msoa = "E02006875", ImdDecile = 3, SubIcb = new HealthBody("E38000225", "15F", "Sub-ICB"), Icb = new HealthBody("E54000054", "QWO", "West Yorkshire") };
        await test.Store.ImportAreasAsync([area], new AreaVintage { LsoaYear = 2021, IcbYear = 2024, ImdYear = 2025, Source = "test", ImportedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);

        Assert.Equal(Signpost.Area, await test.Store.FindUsageAreaAsync("E01033010", CancellationToken.None));
        Assert.Null(await test.Store.FindUsageAreaAsync("E01000001", CancellationToken.None));
    }

    [Fact]
    public void One_contact_is_one_client_area_and_set_of_conditions_on_one_day()
    {
        byte[] key = [.. Enumerable.Range(0, ContactKey.KeyBytes).Select(i => (byte)i)];
        var same = ContactKey.Of(key, Signpost);

        Assert.Equal(same, ContactKey.Of(key, Signpost with { Kind = UsageKind.View, Part = PartOfDay.Night, Opportunity = null, Channel = UsageChannel.Page, Id = null }));
        UsageEvent[] others =
        [
            Signpost with { Client = "Surger", Area = Signpost.Area with { Msoa = "yE02006875" } }, Signpost with { Client = null }, Signpost with { Conditions = ["copd"] }, Signpost with { Conditions = ["copd falls"] },
            Signpost with { Area = Signpost.Area with { ImdDecile = 4 } }, Signpost with { Area = UsageArea.NotKnown("QWO") }, Signpost with { Area = UsageArea.NotKnown(null) },
        ];
        var hashes = others.Select(other => Convert.ToHexString(ContactKey.Of(key, other))).Append(Convert.ToHexString(same)).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.NotEqual(same, ContactKey.Of(new byte[ContactKey.KeyBytes], Signpost));
    }

    // Also while it is open: what matters is what a copy of the file would hold.
    private static bool Holds(string file, ReadOnlySpan<byte> text)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        open.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(text) >= 0;
    }

    [Theory]
    [InlineData(0, DistanceBand.Under1)]
    [InlineData(999.9, DistanceBand.Under1)]
    [InlineData(1_000, DistanceBand.From1To3)]
    [InlineData(3_000, DistanceBand.From3To5)]
    [InlineData(5_000, DistanceBand.From5To10)]
    [InlineData(10_000, DistanceBand.From10)]
    public void A_distance_is_kept_as_one_of_five_bands(double metres, DistanceBand band) => Assert.Equal(band, DistanceBands.Of(metres));
}
