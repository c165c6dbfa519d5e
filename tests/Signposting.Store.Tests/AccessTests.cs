using Signposting.Store.Access;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class AccessTests
{
    private static readonly ApiKey Key = new()
    {
        Id = "abc", Hash = new byte[] { 1, 2, 3 }, Client = "Surgery", Scopes = ["search", "signpost"], Icb = "QWO", Ods = "A81001", CreatedAt = DateTimeOffset.UnixEpoch.AddDays(1),
    };

    [Theory, EachEngine]
    public async Task A_key_comes_back_as_it_was_added(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        Assert.Null(await test.Store.FindApiKeyAsync("abc", CancellationToken.None));

        await test.Store.AddApiKeyAsync(Key, CancellationToken.None);
        await test.Store.AddApiKeyAsync(Key with { Id = "def", Icb = null, Ods = null }, CancellationToken.None);

        var found = (await test.Store.FindApiKeyAsync("abc", CancellationToken.None))!;
        Assert.Equal(Key with { Hash = default, Scopes = [] }, found with { Hash = default, Scopes = [] });
        Assert.Equal(Key.Hash.ToArray(), found.Hash.ToArray());
        Assert.Equal(Key.Scopes, found.Scopes);
        Assert.Equal((null, null), ((await test.Store.FindApiKeyAsync("def", CancellationToken.None))!.Icb, found.RevokedAt));
        Assert.Equal(["abc", "def"], (await test.Store.ListApiKeysAsync(CancellationToken.None)).Select(key => key.Id));
    }

    [Theory, EachEngine]
    public async Task A_key_is_revoked_once(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await test.Store.AddApiKeyAsync(Key, CancellationToken.None);

        Assert.True(await test.Store.RevokeApiKeyAsync("abc", CancellationToken.None));
        Assert.False(await test.Store.RevokeApiKeyAsync("abc", CancellationToken.None));
        Assert.False(await test.Store.RevokeApiKeyAsync("nobody", CancellationToken.None));

        Assert.Equal(test.Time.GetUtcNow(), (await test.Store.FindApiKeyAsync("abc", CancellationToken.None))!.RevokedAt);
    }

    [Theory, EachEngine]
    public async Task What_another_process_changed_counts_when_half_a_second_is_over(StoreEngine engine)
    {
        var clock = new Clock();
        await using var test = await TestStore.OpenAsync(engine);
        await using var elsewhere = await SpatialStore.OpenAsync(test.Options, clock, CancellationToken.None);
        await test.Store.AddApiKeyAsync(Key, CancellationToken.None);
        Assert.Null((await elsewhere.FindApiKeyAsync("abc", CancellationToken.None))!.RevokedAt);

        await test.Store.RevokeApiKeyAsync("abc", CancellationToken.None);
        clock.Move(TimeSpan.FromMilliseconds(500));

        Assert.NotNull((await elsewhere.FindApiKeyAsync("abc", CancellationToken.None))!.RevokedAt);
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Move(TimeSpan by) => _ticks += by.Ticks;
    }
}
