using Signposting.Store.Search;

namespace Signposting.Store;

/// <summary>Counts for filters.</summary>
public sealed partial class SpatialStore
{
    /// <summary>
    /// Of the opportunities nearest to the centre of a query, at most <paramref name="most"/>, how many pass each of these filters.
    /// Kinds, activities, ranking, window, words and places left of the query hold for all; its other filters and its order do not matter.
    /// </summary>
    public Task<FilterCounts> CountAsync(OpportunityQuery query, IReadOnlyList<FilterVariant> variants, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(variants);
        if (query.Centre is null && query.Attendance != AttendanceFilter.Online)
            throw new ArgumentException("A place is required unless only online opportunities are asked for.", nameof(query));
        return ReadAsync(
            async r =>
            {
                var hidden = await _hidden.ReadAsync(r, _time, cancel).ConfigureAwait(false);
                return await new FilterCounting(r, query, _memory.Cards, hidden, most).CountAsync(variants, Now, cancel).ConfigureAwait(false);
            },
            cancel);
    }
}
