using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;
using Signposting.Store.Tests.Stores;

namespace Signposting.Store.Tests;

public sealed class CardMemoryTests
{
    [Theory, EachEngine]
    public async Task A_place_that_was_searched_before_shows_what_another_process_has_changed_since(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        var writer = await test.FeedAsync(through: await test.OpenAnotherAsync());
        await writer.CommitAsync(Items.Class("a", Items.Described("Stays")), Items.Class("b", Items.Described("Moves away")), Items.Class("c", Items.Described("Is withdrawn", Leeds.Minster)));
        Assert.Equal(["Is withdrawn", "Moves away", "Stays"], await NamesAsync(test));

        await writer.CommitAsync(
            Items.Class("b", Items.Described("Has moved", Leeds.Headingley), modified: 2), Item.Tombstone("c", 2), Items.Class("d", Items.Described("Is new", Leeds.Minster)));
        Assert.Equal(["Has moved", "Is new", "Stays"], await NamesAsync(test));
        Assert.Equal(["Is new", "Stays"], await NamesAsync(test, 1_500));

        await writer.CommitAsync(Items.Class("b", Items.Described("Is back"), modified: 3), Item.Tombstone("d", 2));
        Assert.Equal(["Is back", "Stays"], await NamesAsync(test, 1_500));

        await writer.CommitAsync(Items.Class("a", Items.Described("Is online now") with { Attendance = AttendanceMode.Online }, modified: 4));
        Assert.Equal(["Is back"], await NamesAsync(test));
    }

    [Theory, EachEngine]
    public async Task All_records_can_be_read_in_batches_with_the_versions_that_searches_show(StoreEngine engine)
    {
        await using var test = await TestStore.OpenAsync(engine);
        await (await test.FeedAsync()).CommitAsync([.. Enumerable.Range(0, 7).Select(i => Items.Class($"c{i}", Items.Described($"Class {i}")).Build())]);

        var first = await test.Store.ReadRecordsAsync(0, 4, CancellationToken.None);
        var rest = await test.Store.ReadRecordsAsync(first[^1].Card.Id, 4, CancellationToken.None);

        Assert.Equal((4, 3), (first.Count, rest.Count));
        var shown = (await test.FindAsync()).ToDictionary(found => found.Card, found => found.Opportunity.Description.Name);
        Assert.All(first.Concat(rest), record => Assert.Equal(shown[record.Card], record.Description.Name));
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestStore test, double radius = 5_000) =>
        (await test.FindAsync(q => q with { RadiusMetres = radius })).Select(found => found.Opportunity.Description.Name!).Order(StringComparer.Ordinal);
}
