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
}
