using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class ReferenceDataTests
{
    private static readonly Postcode Live = new("LS1 3AD", new GeoPoint(53.798, -1.549), null);
    private static readonly Postcode Terminated = new("LS1 4XX", new GeoPoint(53.7, -1.5), "2004-06");
    private static readonly Postcode Placeless = new("JE2 3AB", null, null);

    [Theory, EachEngine]
    public async Task Postcodes_are_found_as_they_were_imported(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        Assert.False(await test.Store.HasPostcodesAsync(CancellationToken.None));

        var count = await test.Store.ImportPostcodesAsync(new[] { Live, Terminated, Placeless }.ToAsyncEnumerable(), "test", CancellationToken.None);
        var source = await test.Store.ReadDocumentAsync(SpatialStore.PostcodeSource, CancellationToken.None);
        Assert.Equal("test"u8.ToArray(), source);

        Assert.Equal(3, count);
        Assert.True(await test.Store.HasPostcodesAsync(CancellationToken.None));
        foreach (var postcode in new[] { Live, Terminated, Placeless })
            Assert.Equal(postcode, await test.Store.FindPostcodeAsync(postcode.Text, CancellationToken.None));
        Assert.Null(await test.Store.FindPostcodeAsync("ZZ1 1ZZ", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task An_outward_code_is_the_middle_of_its_live_postcodes_and_of_no_others(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var live = Live with { Text = "LS1 9ZZ", Point = new GeoPoint(53.802, -1.551) };
        var neighbour = Live with { Text = "LS10 1AA", Point = new GeoPoint(50, 0) };

        await test.Store.ImportPostcodesAsync(new[] { Live, live, Terminated, neighbour, Placeless }.ToAsyncEnumerable(), "test", CancellationToken.None);

        var middle = (await test.Store.FindOutwardCodeAsync("LS1", CancellationToken.None))!.Value;
        Assert.Equal((53.8, -1.55), (Math.Round(middle.Lat, 9), Math.Round(middle.Lon, 9)));
        Assert.Null(await test.Store.FindOutwardCodeAsync("LS", CancellationToken.None));
        Assert.Null(await test.Store.FindOutwardCodeAsync("JE2", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task The_old_directory_serves_until_the_new_one_is_in_and_then_only_the_new_one(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.ImportPostcodesAsync(new[] { Live, Terminated }.ToAsyncEnumerable(), "old", CancellationToken.None);
        var moved = Live with { Point = new GeoPoint(54, -1) };

        async IAsyncEnumerable<Postcode> New()
        {
            for (var i = 0; i < 25_000; i++)
                yield return new Postcode($"AB{i / 1000} {i % 10}{(char)('A' + (i / 10 % 10))}{(char)('A' + (i / 100 % 10))}", Live.Point, null);
            Assert.Equal(Live, await test.Store.FindPostcodeAsync(Live.Text, CancellationToken.None));
            yield return moved;
        }

        await test.Store.ImportPostcodesAsync(New(), "new", CancellationToken.None);

        Assert.Equal(moved, await test.Store.FindPostcodeAsync(Live.Text, CancellationToken.None));
        Assert.Null(await test.Store.FindPostcodeAsync(Terminated.Text, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task An_import_that_breaks_off_leaves_the_old_directory_and_nothing_of_the_new(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.ImportPostcodesAsync(new[] { Live }.ToAsyncEnumerable(), "old", CancellationToken.None);

        static async IAsyncEnumerable<Postcode> Broken()
        {
            for (var i = 0; i < 20_001; i++)
                yield return Terminated with { Text = $"X{i}" };
            await Task.Yield();
            throw new InvalidDataException("row 20,002 is cut off");
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => test.Store.ImportPostcodesAsync(Broken(), "new", CancellationToken.None));
        Assert.Equal(Live, await test.Store.FindPostcodeAsync(Live.Text, CancellationToken.None));
        Assert.Null(await test.Store.FindPostcodeAsync("X0", CancellationToken.None));

        test.Time.Advance(TimeSpan.FromMinutes(1));
        await test.Store.ImportPostcodesAsync(new[] { Placeless }.ToAsyncEnumerable(), "again", CancellationToken.None);
        Assert.Null(await test.Store.FindPostcodeAsync("X0", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task A_file_that_names_a_postcode_twice_means_the_later_row(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var later = Live with { TerminatedAt = "2020-01" };

        await test.Store.ImportPostcodesAsync(new[] { Live, later }.ToAsyncEnumerable(), "test", CancellationToken.None);

        Assert.Equal(later, await test.Store.FindPostcodeAsync(Live.Text, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task A_document_comes_back_byte_for_byte_and_the_last_one_counts(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31)).ToArray();
        Assert.Null(await test.Store.ReadDocumentAsync("keys", CancellationToken.None));

        await test.Store.WriteDocumentAsync("keys", new byte[] { 1 }, CancellationToken.None);
        await test.Store.WriteDocumentAsync("keys", bytes, CancellationToken.None);

        Assert.Equal(bytes, await test.Store.ReadDocumentAsync("keys", CancellationToken.None));
        Assert.Null(await test.Store.ReadDocumentAsync("Keys", CancellationToken.None));
    }
}
