using FsCheck;
using FsCheck.Fluent;
using Signposting.Usage.Counting;
using Signposting.Usage.Disclosure;
using Signposting.Usage.Tables;
using Signposting.Usage.Tests.Building;

namespace Signposting.Usage.Tests.Audit;

/// <summary>Nothing that a month publishes tells a suppressed figure more closely than 1 to 7.</summary>
public sealed class AuditTests
{
    [Fact]
    public void No_suppressed_figure_of_a_board_can_be_told() => Holds(isNational: false, tests: 100);

    [Fact]
    public void No_suppressed_national_figure_can_be_told() => Holds(isNational: true, tests: 40);

    [Fact]
    public void Most_months_have_something_to_hide_and_something_to_show()
    {
        var months = Gen.Sample(Months.Any.Generator, 100, 100).Select(shape => DisclosureControl.Publish(Months.Of(shape))).ToList();

        var figures = months.Select(month => month.SelectMany(table => table.Rows).Select(row => row.Contacts.Showing).ToList()).ToList();
        Assert.True(figures.Count(month => month.Contains(Showing.Suppressed) && month.Contains(Showing.Shown)) > 60);
    }

    /// <summary>The audit can fail: small counts alone suppressed are found out.</summary>
    [Fact]
    public void Primary_suppression_alone_is_found_out()
    {
        var leaking = Gen.Sample(Months.Any.Generator, 40, 40).Count(shape => Intruder.LeaksOf(OnlyPrimary(Months.Of(shape))).Count > 0);

        Assert.True(leaking > 10, $"{leaking} of 40 months leak");
    }

    [Fact]
    public void A_single_star_among_shown_deciles_is_found_out_through_another_table()
    {
        PublishedRow Row(string first, string second, long? contacts)
        {
            var figure = contacts is { } value ? new Figure(Showing.Shown, value) : Figure.Suppressed;
            return new PublishedRow(new RowKey(first, second), figure, Figure.Suppressed, Figure.Suppressed);
        }

        List<PublishedTable> tables = [.. UsageTable.All.Select(table => new PublishedTable(table, table == UsageTable.ByDeprivation
            ? [Row("1", "", 30), Row("2", "", null)]
            : table == UsageTable.ByArea ? [Row("sub-icb", "15F", 30)] : []))];

        var leak = Assert.Single(Intruder.LeaksOf(tables), one => one.Measure == Measure.Contacts);

        Assert.Equal("by-deprivation 2   Contacts: it is less than 7", leak.ToString());
    }

    private static void Holds(bool isNational, int tests) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Months.Any, (MonthShape shape) =>
    {
        var leaks = Intruder.LeaksOf(DisclosureControl.Publish(Months.Of(shape, isNational)));
        return (leaks.Count == 0).Label(string.Join("; ", leaks.Take(3)));
    }));

    private static IEnumerable<PublishedTable> OnlyPrimary(MonthCounts month) => UsageTable.All.Select(table => new PublishedTable(table,
    [
        .. month[table].OrderBy(row => row.Key).Select(row => row.Value.Contacts <= Rule.Most
            ? new PublishedRow(row.Key, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed)
            : new PublishedRow(row.Key, Shown(row.Value.Contacts), Shown(row.Value.Searches), Shown(row.Value.Signposts))),
    ]));

    private static Figure Shown(long count) => new(Showing.Shown, (count + 2) / 5 * 5);
}
