using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store;

/// <summary>Reading all that is offered, for callers who learn something of every record.</summary>
public sealed partial class SpatialStore
{
    /// <summary>The next opportunities in the order of their row ids, which only grow.</summary>
    /// <param name="after">The last row id that was read; 0 to begin.</param>
    public Task<IReadOnlyList<(OpportunityCard Card, Description Description)>> ReadRecordsAsync(long after, int max, CancellationToken cancel) => ReadAsync(
        async reader =>
        {
            var rows = await reader.ReadRecordsAsync(after, max, cancel).ConfigureAwait(false);
            return (IReadOnlyList<(OpportunityCard, Description)>)[.. rows.Select(row => (new OpportunityCard(row.Id, row.Hash), DescriptionCodec.Decode(row.Doc)))];
        },
        cancel);

    /// <summary>The next opportunities with where they come from, without those that are hidden, cancelled as a whole, or shown under another of the same class.</summary>
    /// <param name="after">The last row id that was read; 0 to begin.</param>
    /// <returns>Where to go on; null: there are no more.</returns>
    public Task<(long? Next, IReadOnlyList<Opportunity> Opportunities)> ReadOfferedAsync(long after, int max, CancellationToken cancel) => ReadAsync<(long?, IReadOnlyList<Opportunity>)>(
        async reader =>
        {
            var rows = await reader.ReadRecordsAsync(after, max, cancel).ConfigureAwait(false);
            var stored = await reader.ReadOpportunitiesAsync([.. rows.Select(row => row.Id)], cancel).ConfigureAwait(false);
            var hidden = await _hidden.ReadAsync(reader, _time, cancel).ConfigureAwait(false);
            var offered = rows.Where(row => stored.TryGetValue(row.Id, out var found) && (found.Flags & (OpportunityFlags.Off | OpportunityFlags.Spoken)) == 0)
                .Select(row => Answers.ToOpportunity(stored[row.Id], DescriptionCodec.Decode(row.Doc), stored[row.Id].TimesPublished))
                .Where(opportunity => !hidden.Hides(opportunity));
            return (rows.Count < max ? null : rows[^1].Id, [.. offered]);
        },
        cancel);
}
