using Signposting.Store.Feeds;

namespace Signposting.Store;

/// <summary>How far the feeds are read.</summary>
public sealed partial class SpatialStore
{
    /// <summary>How much of all feeds has been read.</summary>
    public Task<Coverage> ReadCoverageAsync(CancellationToken cancel) => ReadAsync(r => r.ReadCoverageAsync(cancel).AsTask(), cancel);
}
