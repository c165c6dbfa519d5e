using Signposting.Usage.Disclosure;
using Signposting.Usage.Tables;
using Signposting.Usage.Tests.Building;

namespace Signposting.Usage.Tests.Disclosure;

public sealed class PublishTests
{
    [Theory]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(7, 5)]
    [InlineData(2, 0)]
    [InlineData(1_000_003, 1_000_005)]
    public void Counts_are_rounded_to_the_nearest_five(long count, long rounded) => Assert.Equal(rounded, Rule.Round(count));

    [Fact]
    public void No_small_count_is_shown_and_every_measure_of_a_suppressed_row_is_suppressed()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var month = Months.Of(new MonthShape(seed, 20 + seed, 1 + (seed % 6), 1 + (seed % 4), seed % 2 == 0));
            foreach (var table in DisclosureControl.Publish(month))
            {
                Assert.All(table.Rows, row => Assert.True(month[table.Table][row.Key].Contacts > 7 || row.Contacts.Showing == Showing.Suppressed, $"{seed} {table.Table} {row.Key}"));
                Assert.All(table.Rows.Where(row => row.Contacts.Showing == Showing.Suppressed), row => Assert.True(row is { Searches.Showing: not Showing.Shown, Signposts.Showing: not Showing.Shown }, $"{seed} {table.Table} {row.Key}"));
                Assert.All(table.Rows.Where(row => row.Contacts.Showing == Showing.Shown), row => Assert.Equal(0, row.Contacts.Value % 5));
            }
        }
    }

    [Fact]
    public void A_month_with_fewer_than_eight_contacts_has_no_rows() =>
        Assert.All(DisclosureControl.Publish(Months.Of(new MonthShape(1, 7, 1, 1, false))), table => Assert.Empty(table.Rows));

    [Fact]
    public void The_same_month_is_published_the_same_way_again()
    {
        var shape = new MonthShape(5, 200, 5, 2, true);

        Assert.Equal(
            DisclosureControl.Publish(Months.Of(shape)).SelectMany(table => table.Rows),
            DisclosureControl.Publish(Months.Of(shape)).SelectMany(table => table.Rows));
    }
}
