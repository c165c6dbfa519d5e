using Signposting.Store.Search;

namespace Signposting.Store.Hiding;

/// <summary>
/// A search without what is hidden. It stands above the search and both engines: results that are hidden are dropped and
/// the search goes on behind the last of them, so that a page is as full as it can be and positions stay true.
/// </summary>
internal static class VisibleSearch
{
    private const int MostAtOnce = 1_000;

    public static async Task<IReadOnlyList<Found>> SearchAsync(
        IStoreReader reader, OpportunityQuery query, SearchMemory memory, HiddenSet hidden, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await Searcher.SearchAsync(reader, query, memory, now, isLast: hidden.IsEmpty, cancel).ConfigureAwait(false);
        if (hidden.IsEmpty)
            return found;
        var shown = Visible(found, hidden, query.Limit);
        // Twice as many each time: a hidden feed may be all that there is for kilometres.
        for (var asked = query.Limit; found.Count == asked && shown.Count < query.Limit;)
        {
            asked = Math.Min(asked * 2, Math.Max(MostAtOnce, query.Limit));
            found = await Searcher.SearchAsync(reader, query with { After = found[^1].Position, Limit = asked }, memory, now, isLast: false, cancel).ConfigureAwait(false);
            shown.AddRange(Visible(found, hidden, query.Limit - shown.Count));
        }

        return shown;
    }

    private static List<Found> Visible(IReadOnlyList<Found> found, HiddenSet hidden, int most) =>
        [.. found.Where(item => !hidden.Hides(item.Opportunity)).Take(most)];
}
