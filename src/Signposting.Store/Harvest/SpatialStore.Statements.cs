using Signposting.Store.Commit;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Signposting.Store;

/// <summary>Reading once more what is kept without an original.</summary>
public sealed partial class SpatialStore
{
    /// <summary>The next statements that are kept, in the order of their row ids.</summary>
    /// <param name="after">The last id that was read; 0 to begin.</param>
    public Task<IReadOnlyList<KeptStatement>> ReadStatementsAsync(Speaker speaker, long after, int max, CancellationToken cancel) =>
        ReadAsync(r => r.ReadStatementsAsync(speaker, after, max, cancel).AsTask(), cancel);

    /// <summary>
    /// Replaces statements by what was now read in them, in one transaction. Freshness stays: nobody has asked the publisher. A statement
    /// that changed meanwhile is left alone, and so is one that says the same.
    /// </summary>
    /// <returns>How many were replaced.</returns>
    public async Task<int> RestateAsync(IReadOnlyList<(KeptStatement Statement, Description Description)> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        var news = read.Select(r => new Restated(r.Statement, DescriptionCodec.Encode(r.Description))).Where(r => !r.Doc.AsSpan().SequenceEqual(r.Statement.Doc)).ToList();
        return news.Count == 0 ? 0 : await WriteAsync(w => new Restating(w, Now.ToUnixTimeSeconds()).WriteAsync(news, cancel), cancel).ConfigureAwait(false);
    }
}
