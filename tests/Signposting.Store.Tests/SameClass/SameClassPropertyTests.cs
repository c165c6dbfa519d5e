using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.SameClass;

/// <summary>Random classes of three publishers that often are the same, in random orders.</summary>
public sealed class SameClassPropertyTests
{
    private const int Publishers = 3, Classes = 3;

    [Theory, EachEngine]
    public Task The_order_of_arrival_does_not_matter_nor_what_is_settled_and_nothing_is_there_twice_or_lost(StoreEngine engine) => Properties.Property.HoldsAsync(Arb.From(Histories, Shrink), engine == StoreEngine.Sqlite ? 150 : 20, async saying =>
    {
        var (first, merged) = await AnswersAsync(engine, saying);
        var (second, _) = await AnswersAsync(engine, Shuffled(saying), settles: true);
        Assert.Equal(first, second);
        Assert.Equal(Live(saying).Order(StringComparer.Ordinal), merged.Order(StringComparer.Ordinal));
    });

    /// <param name="What">0: withdrawn.</param>
    private sealed record Said(int Publisher, int Class, int What, int Name, int Place, int Organizer, int Times, int Turn, bool Apart, long Modified = 0)
    {
        public string Subject => $"https://publisher{Publisher}.example/{Class}";

        public Description Description => new()
        {
            Name = ((string[])["Yoga", "Yoga", "YOGA", "Pilates"])[Name],
            Place = TwoPublishers.North(Place * 40, name: null),
            Organizer = Organizer == 0 ? null : new Organizer { Name = $"Club {Organizer}" },
            Activities = [Activities.Yoga],
        };

        public IEnumerable<DateTimeOffset> Starts => ((int[][])[[0], [0, 7], [0, 7], [0, 1, 7], [1]])[Times].Select(day => Items.Tomorrow.AddDays(day));
    }

    private static Gen<List<Said>> Histories =>
        from length in Gen.Choose(1, 14)
        from said in (from place in Gen.Choose(0, (Publishers * Classes) - 1)
                      from what in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Constant(0)))
                      from name in Gen.Choose(0, 3)
                      from at in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
                      from organizer in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
                      from times in Gen.Choose(0, 4)
                      from turn in Gen.Choose(0, 1_000_000)
                      select new Said(place / Classes, place % Classes, what, name, at, organizer, times, turn, turn % 2 == 0)).ListOf(length)
        select said.Select((s, i) => s with { Modified = 10 + i }).ToList();

    private static IEnumerable<List<Said>> Shrink(List<Said> saying) => saying.Select((_, i) => saying.Where((_, at) => at != i).ToList());

    private static List<Said> Shuffled(List<Said> saying)
    {
        var each = saying.GroupBy(s => s.Subject).ToDictionary(g => g.Key, g => new Queue<Said>(g));
        return [.. saying.OrderBy(s => s.Turn).Select(s => each[s.Subject].Dequeue())];
    }

    private static IEnumerable<string> Live(List<Said> saying) =>
        saying.GroupBy(s => s.Subject).Where(g => g.Last().What != 0).Select(g => SubjectKey.FromId(g.Key).ToPublicId());

    /// <summary>All answers as text, and the ids of all records that stand behind results.</summary>
    private static async Task<(string Answers, List<string> Ids)> AnswersAsync(StoreEngine engine, List<Said> saying, bool settles = false)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var feeds = new List<(TestFeed Series, TestFeed Sessions)>();
        for (var i = 0; i < Publishers; i++)
            feeds.Add((await test.FeedAsync("series", $"https://publisher{i}.example"), await test.FeedAsync("sessions", $"https://publisher{i}.example")));
        foreach (var said in saying)
        {
            await SayAsync(feeds[said.Publisher], said);
            if (settles && said.Apart)
                await test.Store.SettleAsync(CancellationToken.None);
        }

        var answers = new List<string>();
        IReadOnlyList<Found> found = [];
        foreach (var sort in Enum.GetValues<SortOrder>())
            answers.Add(Shown.Text(found = await test.FindAsync(q => q with { Sort = sort })));
        foreach (var subject in saying.Select(s => s.Subject).Distinct().Order(StringComparer.Ordinal))
            answers.Add(await test.LookUpAsync(subject) is LookUp.Here here ? $"{subject} {here.Opportunity.Id} {JsonSerializer.Serialize(here.Sessions)}" : subject);
        return (string.Join('\n', answers), [.. found.SelectMany(f => f.Opportunity.Provenance).Select(p => p.Id)]);
    }

    /// <summary>In one item, or the class and each of its sessions apart.</summary>
    private static async Task SayAsync((TestFeed Series, TestFeed Sessions) feeds, Said said)
    {
        var modified = said.Modified;
        var old = Enumerable.Range(0, 3).Select(i => Item.Tombstone($"{said.Subject}/{i}", modified));
        if (said.What == 0)
        {
            await feeds.Sessions.CommitAsync([.. old]);
            await feeds.Series.CommitAsync(Item.Tombstone(said.Subject, modified));
            return;
        }

        var item = Item.Of(said.Subject, modified).Describes(OpportunityType.SessionSeries, said.Subject, said.Description);
        if (said.Apart)
        {
            ItemChange[] sessions = [.. said.Starts.Select((start, i) => Items.Session($"{said.Subject}/{i}", start, said.Subject, modified).Build())];
            await feeds.Sessions.CommitAsync([.. sessions, .. old.Skip(sessions.Length)]);
        }
        else
        {
            await feeds.Sessions.CommitAsync([.. old]);
            item = said.Starts.Aggregate(item, (i, start) => i.HasSession(said.Subject, start, embedded: true));
        }

        await feeds.Series.CommitAsync(item);
    }
}
