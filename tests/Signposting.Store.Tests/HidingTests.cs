using Signposting.Store.Hiding;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class HidingTests
{
    private static readonly string Yoga = SubjectKey.FromId(Items.Yoga).ToPublicId();

    [Theory, EachEngine]
    public async Task What_is_hidden_is_neither_found_nor_shown_until_it_is_unhidden(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        Assert.Single(await test.FindAsync());

        Assert.True(await test.Store.HideAsync(Of(HiddenKind.Opportunity, Yoga), CancellationToken.None));
        Assert.Empty(await test.FindAsync());
        Assert.IsType<LookUp.Hidden>(await test.Store.FindAsync(Yoga, Items.Tomorrow, 1, CancellationToken.None));

        Assert.Equal(Of(HiddenKind.Opportunity, Yoga), await test.Store.UnhideAsync(HiddenKind.Opportunity, Yoga, CancellationToken.None));
        Assert.Single(await test.FindAsync());
        Assert.Null(await test.Store.UnhideAsync(HiddenKind.Opportunity, Yoga, CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task Hiding_again_replaces_the_reason(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(description: Items.Described("Yoga") with { Organizer = new Organizer { Name = "CLUB" } }, id: "1"), Items.Session("2", Items.Tomorrow));

        await test.Store.HideAsync(Of(HiddenKind.Organizer, "Club"), CancellationToken.None);
        await feed.CommitAsync(Item.Tombstone("1", 2));
        await test.Store.HideAsync(Of(HiddenKind.Organizer, "Club") with { Reason = "another" }, CancellationToken.None);

        Assert.Equal("another", Assert.Single(await test.Store.ListHiddenAsync(CancellationToken.None)).Reason);
        Assert.NotNull(await test.Store.UnhideAsync(HiddenKind.Organizer, " club ", CancellationToken.None));
    }

    [Theory, EachEngine]
    public async Task What_was_never_known_cannot_be_hidden_and_what_was_withdrawn_can(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync();
        await feed.CommitAsync(Items.Series(id: "1"), Items.Session("2", Items.Tomorrow));
        await feed.CommitAsync(Item.Tombstone("1", 2));

        Assert.False(await test.Store.HideAsync(Of(HiddenKind.Opportunity, "op_0000000000000000"), CancellationToken.None));
        Assert.False(await test.Store.HideAsync(Of(HiddenKind.Feed, feed.Url + "x"), CancellationToken.None));
        Assert.False(await test.Store.HideAsync(Of(HiddenKind.Organizer, "Nobody"), CancellationToken.None));
        Assert.True(await test.Store.HideAsync(Of(HiddenKind.Feed, feed.Url), CancellationToken.None));
        Assert.True(await test.Store.HideAsync(Of(HiddenKind.Opportunity, Yoga), CancellationToken.None));
    }

    private static Hidden Of(HiddenKind kind, string target) =>
        new() { Kind = kind, Target = target, Reason = "test", By = "tester", At = DateTimeOffset.UnixEpoch.AddDays(1) };
}
