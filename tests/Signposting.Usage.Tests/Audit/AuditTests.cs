using Signposting.Usage.Counting;
using Signposting.Usage.Disclosure;
using Signposting.Usage.Tables;
using Signposting.Usage.Tests.Building;

namespace Signposting.Usage.Tests.Audit;

/// <summary>Nothing that a month publishes, or later months publish of it, tells a suppressed figure more closely than 1 to 7.</summary>
public sealed class AuditTests
{
    // The same months each time; SIGNPOSTING_AUDIT_MONTHS asks for more of them.
    private static readonly int NumberOfMonths = int.TryParse(Environment.GetEnvironmentVariable("SIGNPOSTING_AUDIT_MONTHS"), out var months) ? months : 100;

    [Fact]
    public void No_suppressed_figure_of_a_board_can_be_told() => Holds(isNational: false, NumberOfMonths);

    [Fact]
    public void No_suppressed_national_figure_can_be_told() => Holds(isNational: true, NumberOfMonths / 2);

    [Fact]
    public void Most_months_have_something_to_hide_and_something_to_show()
    {
        var months = Enumerable.Range(1, 100).Select(number => PublishedMonth.Of(Months.Shape(number), isNational: true)).ToList();

        Assert.True(months.Count(month => Both(month.Tables.SelectMany(table => table.Rows).Select(row => row.Contacts))) > 60);
        Assert.True(months.Count(month => Both(month.Late.Select(row => row.Contacts))) > 40);
        Assert.True(months.Count(month => Both(month.Gaps)) > 30);
    }

    /// <summary>The audit can fail: small counts alone suppressed are found out.</summary>
    [Fact]
    public void Primary_suppression_alone_is_found_out()
    {
        var leaking = Leaking(shape => PublishedMonth.Of(shape, isNational: false) with { Tables = [.. OnlyPrimary(Months.Of(shape))] });

        Assert.True(leaking > 10, $"{leaking} of 40 months leak");
    }

    [Fact]
    public void Late_events_without_suppression_are_found_out()
    {
        var leaking = Leaking(shape => PublishedMonth.Of(shape, isNational: false) with { Late = [.. Months.LateFor(shape).Select(late => Shown(late.Month, late.Counts))] });

        Assert.True(leaking > 10, $"{leaking} of 40 months leak");
    }

    [Fact]
    public void Searches_that_met_a_gap_without_suppression_are_found_out()
    {
        var leaking = Leaking(shape => PublishedMonth.Of(shape, isNational: true) with { Gaps = [.. Months.GapsOf(shape).Select(Shown)] });

        Assert.True(leaking > 10, $"{leaking} of 40 months leak");
    }

    /// <summary>Two searches of the whole nation, both of which met a gap: shown by themselves the tables say that there were at most two.</summary>
    [Fact]
    public void A_gap_is_found_out_through_the_searches_of_the_nation()
    {
        var tables = UsageTable.All.Select(table => new PublishedTable(table, table == UsageTable.ByDeprivation ? [Shown("1", new Counts(30, 2, 30))] : [])).ToList();

        var leak = Assert.Single(Intruder.LeaksOf(new PublishedMonth(tables, [], [Figure.Suppressed]), isNational: true));

        Assert.Equal("data-gaps 0   Searches: it is less than 7", leak.ToString());
    }

    [Fact]
    public void A_single_star_among_shown_deciles_is_found_out_through_another_table()
    {
        PublishedRow Row(string first, string second, long? contacts)
        {
            var figure = contacts is { } value ? Shown(value) : Figure.Suppressed;
            return new PublishedRow(new RowKey(first, second), figure, Figure.Suppressed, Figure.Suppressed);
        }

        List<PublishedTable> tables = [.. UsageTable.All.Select(table => new PublishedTable(table, table == UsageTable.ByDeprivation
            ? [Row("1", "", 30), Row("2", "", null)]
            : table == UsageTable.ByArea ? [Row("sub-icb", "15F", 30)] : []))];

        var leak = Assert.Single(Intruder.LeaksOf(new PublishedMonth(tables, [], []), isNational: false), one => one.Measure == Measure.Contacts);

        Assert.Equal("by-deprivation 2   Contacts: it is less than 7", leak.ToString());
    }

    private static void Holds(bool isNational, int months)
    {
        var leaks = Enumerable.Range(1, months).AsParallel()
            .SelectMany(number => Intruder.LeaksOf(PublishedMonth.Of(Months.Shape(number), isNational), isNational).Select(leak => $"month {number}: {leak}"))
            .ToList();

        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks: {string.Join("; ", leaks.Order(StringComparer.Ordinal).Take(20))}");
    }

    private static int Leaking(Func<MonthShape, PublishedMonth> publish) => Enumerable.Range(1, 40).Count(number =>
        Intruder.LeaksOf(publish(Months.Shape(number)), isNational: false).Count > 0);

    private static bool Both(IEnumerable<Figure> figures) => figures.Select(figure => figure.Showing).Distinct().Count() > 1;

    private static IEnumerable<PublishedTable> OnlyPrimary(MonthCounts month) => UsageTable.All.Select(table => new PublishedTable(table,
    [
        .. month[table].OrderBy(row => row.Key).Select(row => row.Value.Contacts <= Rule.Most
            ? new PublishedRow(row.Key, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed)
            : new PublishedRow(row.Key, Shown(row.Value.Contacts), Shown(row.Value.Searches), Shown(row.Value.Signposts))),
    ]));

    private static PublishedRow Shown(string key, Counts counts) => new(new RowKey(key), Shown(counts.Contacts), Shown(counts.Searches), Shown(counts.Signposts));

    private static Figure Shown(long count) => new(Showing.Shown, (count + 2) / 5 * 5);
}
