using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Xunit;

namespace Feeds.Harvester.Tests.Rpde;

public sealed class PagingGuardTests
{
    [Fact]
    public void A_long_honest_feed_with_empty_pages_and_repeated_items_is_let_through()
    {
        var guard = new PagingGuard();
        for (var page = 0; page < 5000; page++)
        {
            var isEmpty = page % 7 < 3;
            var repeatsTheOneBefore = page % 7 == 5;
            Assert.Null(guard.Check(Page($"u{page}", $"u{page + 1}", isEmpty ? [] : [Item(repeatsTheOneBefore ? page - 1 : page)])));
        }

        Assert.Null(guard.Check(Page("u5000", "u5000", [])));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_circle_is_left_when_it_closes(int length)
    {
        var guard = new PagingGuard();
        var faults = Enumerable.Range(0, length)
            .Select(page => guard.Check(Page($"u{page}", $"u{(page + 1) % length}", [Item(page)]))).ToList();

        Assert.All(faults.SkipLast(1), Assert.Null);
        Assert.Equal(FaultCode.Loop, faults[^1]?.Code);
    }

    [Fact]
    public void A_circle_longer_than_memory_is_left_within_a_few_rounds()
    {
        const int Length = 20_000;
        var guard = new PagingGuard();
        var version = 0;

        var fault = Enumerable.Range(0, 3 * Length)
            .Select(page => guard.Check(Page($"u{page % Length}", $"u{(page + 1) % Length}", [Item(version++)])))
            .FirstOrDefault(found => found is not null);

        Assert.Equal(FaultCode.Loop, fault?.Code);
    }

    [Fact]
    public void Pages_that_repeat_the_same_items_for_ever_are_left()
    {
        var guard = new PagingGuard();
        var faults = Enumerable.Range(0, 201).Select(page => guard.Check(Page($"u{page}", $"u{page + 1}", [Item(1), Item(2)]))).ToList();

        Assert.Equal(200, faults.Count(fault => fault is null));
        Assert.Equal(FaultCode.NoProgress, faults[^1]?.Code);
    }

    [Fact]
    public void Empty_pages_without_end_are_left_after_a_thousand()
    {
        var guard = new PagingGuard();
        var faults = Enumerable.Range(0, 1000).Select(page => guard.Check(Page($"u{page}", $"u{page + 1}", []))).ToList();

        Assert.All(faults.SkipLast(1), Assert.Null);
        Assert.Equal(FaultCode.NoProgress, faults[^1]?.Code);
    }

    [Fact]
    public void The_same_item_in_a_newer_version_is_progress()
    {
        var guard = new PagingGuard();
        Assert.All(
            Enumerable.Range(0, 1000).Select(page => guard.Check(Page($"u{page}", $"u{page + 1}", [Item(1, modified: page)]))), Assert.Null);
    }

    [Fact]
    public void A_run_has_a_limit_of_pages()
    {
        var guard = new PagingGuard(new PagingLimits { Pages = 3 });
        Assert.Null(guard.Check(Page("u0", "u1", [Item(0)])));
        Assert.Null(guard.Check(Page("u1", "u2", [Item(1)])));
        Assert.Equal(FaultCode.TooManyPages, guard.Check(Page("u2", "u3", [Item(2)]))?.Code);
    }

    private static RpdePage Page(string url, string next, RpdeItem[] items) => new(null)
    {
        Url = url,
        Next = next,
        IsLast = url == next,
        Items = items,
        Rejected = [],
    };

    private static RpdeItem Item(int id, long modified = 1) => new($"{id}", Modified.OfInteger(modified), ItemState.Deleted, null, default);
}
