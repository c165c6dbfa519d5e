using Signposting.Usage.Counting;
using Signposting.Usage.Tables;

namespace Signposting.Usage.Disclosure;

/// <summary>What a month publishes of people beside its tables.</summary>
public static class BesideTables
{
    /// <summary>
    /// What came too late for its month, by month. No other table has part in it, and no sum of it is published, so that small
    /// counts are all that has to be suppressed.
    /// </summary>
    public static IReadOnlyList<PublishedRow> PublishLate(IEnumerable<(string Month, Counts Counts)> late)
    {
        ArgumentNullException.ThrowIfNull(late);
        return [.. late.Select(row => Rule.IsSmall(row.Counts.Contacts)
            ? new PublishedRow(new RowKey(row.Month), Figure.Suppressed, Figure.Suppressed, Figure.Suppressed)
            : new PublishedRow(new RowKey(row.Month), Shown(row.Counts.Contacts), Shown(row.Counts.Searches), Shown(row.Counts.Signposts)))];
    }

    /// <summary>
    /// How many searches met something, of all that the nation made in the month. They are at most these: where the nation's searches are few
    /// and the tables say so, a <c>*</c> could be told, and nothing is shown.
    /// </summary>
    public static Figure PublishSearches(long searches, MonthCounts national)
    {
        ArgumentNullException.ThrowIfNull(national);
        if (national.Total.Contacts < Rule.Fewest || national.Total.Searches < Rule.Fewest)
            return Figure.LeftOut;
        return Rule.IsSmall(searches) ? Figure.Suppressed : Shown(searches);
    }

    private static Figure Shown(long count) => new(Showing.Shown, Rule.Round(count));
}
