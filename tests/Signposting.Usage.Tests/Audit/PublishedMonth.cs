using Signposting.Usage.Disclosure;
using Signposting.Usage.Tables;
using Signposting.Usage.Tests.Building;

namespace Signposting.Usage.Tests.Audit;

/// <summary>All that is published of the people of a month: its tables, what came late for it in the months after, and in how many searches gaps were met.</summary>
internal sealed record PublishedMonth(IReadOnlyList<PublishedTable> Tables, IReadOnlyList<PublishedRow> Late, IReadOnlyList<Figure> Gaps)
{
    public static PublishedMonth Of(MonthShape shape, bool isNational)
    {
        var national = Months.Of(shape, isNational: true);
        return new PublishedMonth(
            DisclosureControl.Publish(isNational ? national : Months.Of(shape)),
            [.. Months.LateFor(shape).SelectMany(late => BesideTables.PublishLate([late]))],
            [.. Months.GapsOf(shape).Select(searches => BesideTables.PublishSearches(searches, national))]);
    }
}
