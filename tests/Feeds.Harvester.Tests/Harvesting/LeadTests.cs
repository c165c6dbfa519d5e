using Feeds.Harvester.Harvesting;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

public sealed class LeadTests
{
    [Fact]
    public void A_feed_has_two_groups_of_its_own_and_of_small_pages_as_many_as_all_feeds_share()
    {
        using var lead = new Lead(new SharedLead(2));

        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(_ => lead.TryEnter(isSmall: true)));
    }

    [Fact]
    public void What_one_feed_has_taken_another_does_not_have_until_it_is_committed()
    {
        var shared = new SharedLead(1);
        using var first = new Lead(shared);
        using var second = new Lead(shared);
        for (var group = 0; group < 3; group++)
        {
            first.TryEnter(isSmall: true);
            second.TryEnter(isSmall: true);
        }

        Assert.False(second.TryEnter(isSmall: true));
        first.Leave();
        Assert.True(second.TryEnter(isSmall: true));
        Assert.False(first.TryEnter(isSmall: true));
    }

    [Fact]
    public void At_the_end_of_a_turn_all_that_was_shared_is_given_back()
    {
        var shared = new SharedLead(3);
        using (var lead = new Lead(shared))
        {
            while (lead.TryEnter(isSmall: true))
            {
            }
        }

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => shared.TryBorrow()));
    }

    [Fact]
    public async Task Whoever_waits_for_room_has_it_when_a_group_leaves()
    {
        using var lead = new Lead(new SharedLead(0));
        await lead.EnterAsync(isSmall: true, CancellationToken.None);
        await lead.EnterAsync(isSmall: true, CancellationToken.None);

        var third = lead.EnterAsync(isSmall: true, CancellationToken.None);
        Assert.False(third.IsCompleted);
        lead.Leave();
        await third;

        Assert.False(lead.TryEnter(isSmall: true));
    }

    [Fact]
    public async Task Whoever_waits_for_all_goes_on_when_the_last_one_leaves()
    {
        using var lead = new Lead(new SharedLead(0));
        await lead.EnterAsync(isSmall: false, CancellationToken.None);
        await lead.EnterAsync(isSmall: false, CancellationToken.None);

        var all = lead.AllLeftAsync(CancellationToken.None);
        lead.Leave();
        Assert.False(all.IsCompleted);
        lead.Leave();
        await all;
    }
}
