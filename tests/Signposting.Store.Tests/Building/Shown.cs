using System.Text.Json;
using Signposting.Store.Search;

namespace Signposting.Store.Tests.Building;

/// <summary>Answers as text, so that two can be compared to the last field.</summary>
internal static class Shown
{
    /// <summary>Without the times of harvesting, which a replay may move, and without what only this store's rows are called.</summary>
    public static string Text(IEnumerable<Found> found) => JsonSerializer.Serialize(found.Select(f => f with
    {
        Card = default,
        Opportunity = f.Opportunity with { Provenance = [.. f.Opportunity.Provenance.Select(p => p with { HarvestedAt = default, FeedCheckedAt = null })] },
    }));

    public static void Same(IEnumerable<Found> expected, IEnumerable<Found> actual) => Assert.Equal(Text(expected), Text(actual));
}
