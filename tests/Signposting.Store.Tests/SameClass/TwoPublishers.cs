using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests.SameClass;

/// <summary>A store with an operator's dataset and an aggregator's.</summary>
internal sealed class TwoPublishers(TestStore test, TestFeed own, TestFeed copied) : IAsyncDisposable
{
    public const string OperatorsId = "https://operator.example/classes/1", AggregatorsId = "https://aggregator.example/c/99";
    public const string OperatorsDataset = "https://operator.example/openactive", AggregatorsDataset = "https://aggregator.example/openactive";

    /// <summary>As the operator publishes it.</summary>
    public static readonly Description Yoga = Items.Described("Gentle Yoga") with { Organizer = new Organizer { Name = "Active Leeds" } };

    public TestStore Test => test;

    public TestFeed Operator => own;

    public TestFeed Aggregator => copied;

    public static async Task<TwoPublishers> OpenAsync(StoreEngine engine)
    {
        var test = await TestStore.OpenAsync(engine);
        return new TwoPublishers(
            test,
            await test.FeedAsync("series", OperatorsDataset, publisher: "Active Leeds"),
            await test.FeedAsync("series", AggregatorsDataset, publisher: "Find a Class"));
    }

    /// <summary>Both publish it, each in one item.</summary>
    public async Task PublishAsync(ItemChange operators, ItemChange aggregators)
    {
        await Operator.CommitAsync(operators);
        await Aggregator.CommitAsync(aggregators);
    }

    /// <summary>Weekly from tomorrow on, unless said otherwise.</summary>
    public static Item Weekly(string subject, Description description, long modified = 1, int weeks = 3, int hours = 0, int minutes = 60, SessionStatus first = SessionStatus.Scheduled)
    {
        var item = Item.Of(subject, modified).Describes(OpportunityType.SessionSeries, subject, description);
        for (var week = 0; week < weeks; week++)
            item = item.HasSession(subject, Items.Tomorrow.AddDays(7 * week).AddHours(hours), minutes: minutes, embedded: true, status: week == 0 ? first : SessionStatus.Scheduled);
        return item;
    }

    /// <summary>A place so many metres north of the library.</summary>
    public static Place North(double metres, string? name = "Central Library", string? postcode = null, string? address = null) =>
        new() { Name = name, Postcode = postcode, Address = address, Lat = Leeds.Library.Lat + (metres / 111_195), Lon = Leeds.Library.Lon };

    public static string PublicId(string subject) => SubjectKey.FromId(subject).ToPublicId();

    /// <summary>The datasets of each result.</summary>
    public async Task<string[]> FoundAsync() => [.. (await test.FindAsync()).Select(Datasets).Order(StringComparer.Ordinal)];

    public static string Datasets(Found found) => string.Join('+', found.Opportunity.Provenance.Select(p => new Uri(p.Dataset).Host.Split('.')[0]));

    public ValueTask DisposeAsync() => test.DisposeAsync();
}
