using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class SessionMemoryTests
{
    private const int Classes = 8;

    [Theory, EachEngine]
    public async Task A_store_that_was_searched_all_along_answers_as_one_that_was_just_opened_while_another_process_writes(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feed = await test.FeedAsync(through: await test.OpenAnotherAsync());
        await feed.CommitAsync([.. Enumerable.Range(0, Classes).Select(i => Items.Series($"c{i}", Items.Described($"Class {i}")).Build())]);
        var random = new Random(7);
        for (var step = 1; step <= 40; step++)
        {
            await feed.CommitAsync([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(60)).Distinct().Select(id => Change(random, test, id, step))]);
            if (random.Next(6) == 0)
                test.Time.Advance(TimeSpan.FromHours(random.Next(1, 40)));
            if (random.Next(8) == 0)
                await test.Store.RemoveOverAsync(CancellationToken.None);

            var fresh = await test.OpenAnotherAsync();
            foreach (var asked in Queries(random, test).ToList())
                Assert.Equal(await AnswerAsync(test, asked, fresh), await AnswerAsync(test, asked, test.Store));
        }
    }

    [Theory]
    [InlineData(0, 100, true, 10L)]
    [InlineData(11, 30, true, 20L)]
    [InlineData(20, 21, true, 20L)]
    [InlineData(11, 20, true, null)]
    [InlineData(31, 40, true, null)]
    [InlineData(31, 41, false, null)]
    [InlineData(-1, 5, false, null)]
    public void Starts_that_are_known_up_to_a_time_tell_no_more_than_that(long from, long to, bool canTell, long? expected)
    {
        var known = new KnownStarts(0, [10, 20, 30], Until: 40);

        Assert.Equal((canTell, expected), (known.TryFind(from, to, out var next), next));
    }

    [Fact]
    public void What_a_reader_of_an_older_state_has_read_is_not_remembered_as_the_latest()
    {
        var memory = new SessionMemory();

        memory.Remember(new Dictionary<long, KnownStarts> { [1] = new(0, [], long.MaxValue) }, seq: 3);

        Assert.Null(memory.Find(1, 3));
    }

    [Fact]
    public async Task What_was_learnt_for_a_later_window_is_learnt_again_for_an_earlier_one()
    {
        await using var test = await TestStore.OpenAsync(StoreEngine.Sqlite);
        await (await test.FeedAsync()).CommitAsync(Items.Series(), Items.Session("1", Items.Tomorrow));
        await using var engine = Engines.Create(test.Options);
        await using var reader = await engine.BeginReadAsync(CancellationToken.None);
        var stored = (await reader.FindOpportunityAsync(SubjectKey.FromId(Items.Yoga).ToPublicId(), CancellationToken.None))!;
        var candidate = new Candidate { Id = stored.Id, SubjectId = stored.SubjectId, PublicId = stored.PublicId, Kind = OpportunityKind.Session, Flags = stored.Flags };
        var memory = new SessionMemory();
        var now = TestStore.Start.ToUnixTimeSeconds();
        foreach (var from in new[] { now + 500_000, now })
        {
            var query = new OpportunityQuery { From = TestStore.Start, To = TestStore.Start.AddDays(14), Kinds = [OpportunityKind.Session], Limit = 1 };
            await new SessionMatch(reader, memory, query, SessionWindow.Between(from, now + 1_000_000)).NextAsync([candidate], CancellationToken.None);
            var seq = await memory.CatchUpAsync(reader, CancellationToken.None);

            Assert.Equal(from, memory.Find(stored.SubjectId, seq!.Value)?.From);
        }
    }

    private static ItemChange Change(Random random, TestStore test, int id, int step)
    {
        if (random.Next(4) == 0)
            return Item.Tombstone($"s{id}", step);
        var start = test.Time.GetUtcNow().AddHours(random.Next(-10, 24 * 20));
        var status = random.Next(3) == 0 ? SessionStatus.Cancelled : SessionStatus.Scheduled;
        return Item.Of($"s{id}", step).HasSession($"c{id % Classes}", start, status: status, places: random.Next(3) == 0 ? random.Next(3) : null, whole: random.Next(10) == 0);
    }

    private static IEnumerable<Func<OpportunityQuery, OpportunityQuery>> Queries(Random random, TestStore test)
    {
        var now = test.Time.GetUtcNow();
        yield return q => q;
        yield return q => q with { To = q.From.AddDays(2) };
        var ahead = now.AddDays(random.Next(10));
        yield return q => q with { From = ahead, To = ahead.AddDays(3) };
        var days = new HashSet<DayOfWeek> { (DayOfWeek)random.Next(7), DayOfWeek.Tuesday };
        yield return q => q with { Filters = OpportunityFilters.None with { Days = days } };
        yield return q => q with { Filters = OpportunityFilters.None with { HasSpaces = true } };
    }

    /// <summary>Names and next sessions in order, by next session and as best.</summary>
    private static async Task<string> AnswerAsync(TestStore test, Func<OpportunityQuery, OpportunityQuery> asked, SpatialStore through)
    {
        var best = await test.FindAsync(q => asked(q) with { Sort = SortOrder.Best }, through);
        var soonest = await test.FindAsync(q => asked(q) with { Sort = SortOrder.Soonest }, through);
        return string.Join('\n', best.Concat(soonest).Select(found => $"{found.Opportunity.Description.Name} {found.Position} {found.Sessions.Count}"));
    }
}
