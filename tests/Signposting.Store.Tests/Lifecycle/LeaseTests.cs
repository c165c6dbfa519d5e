using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.Lifecycle;

public sealed class LeaseTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, EachEngine]
    public async Task A_lease_is_had_by_one_until_it_is_released_or_its_time_has_run_out(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.OpenAnotherAsync();

        Assert.Null(await TakeAsync(test.Store, "a"));
        Assert.Equal(("a", TestStore.Start + Minute), ((await TakeAsync(other, "b"))!.Owner, (await TakeAsync(other, "b"))!.Until));
        await other.ReleaseLeaseAsync("harvest", "b", CancellationToken.None);
        Assert.NotNull(await TakeAsync(other, "b"));
        await test.Store.ReleaseLeaseAsync("harvest", "a", CancellationToken.None);
        Assert.Null(await TakeAsync(other, "b"));
        test.Time.Advance(Minute);
        Assert.Null(await TakeAsync(test.Store, "a"));
    }

    [Theory, EachEngine]
    public async Task Renewing_keeps_it(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await TakeAsync(test.Store, "a");
        test.Time.Advance(Minute / 2);
        await TakeAsync(test.Store, "a");
        test.Time.Advance(Minute / 2);

        Assert.Equal("a", (await TakeAsync(test.Store, "b"))?.Owner);
    }

    [Theory, EachEngine]
    public async Task Of_two_that_ask_at_once_one_gets_it(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var other = await test.OpenAnotherAsync();

        var holders = await Task.WhenAll(Task.Run(() => TakeAsync(test.Store, "a")), Task.Run(() => TakeAsync(other, "b")));

        Assert.Single(holders, holder => holder is null);
    }

    [Theory, EachEngine]
    public async Task The_lease_of_an_owner_known_to_be_dead_is_free(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await TakeAsync(test.Store, "dead");

        Assert.Null(await test.Store.TakeLeaseAsync("harvest", "b", Minute, owner => owner == "dead", CancellationToken.None));
    }

    private static Task<Feeds.LeaseHolder?> TakeAsync(SpatialStore store, string owner) =>
        store.TakeLeaseAsync("harvest", owner, Minute, static _ => false, CancellationToken.None);
}
