using System.Diagnostics.CodeAnalysis;
using Feeds.Harvester.Http;
using Feeds.Harvester.Progress;
using Feeds.Harvester.Rpde;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>A page that was fetched, read, normalised and made ready for its commit, or the fault that prevented it. It holds nothing of the page's memory.</summary>
internal sealed class PreparedPage
{
    public PreparedPage(Fault fault) => (Fault, Changes, Findings) = (fault, PreparedChanges.Of([]), new PageFindings());

    /// <param name="page">The page, whose memory may be given back.</param>
    /// <param name="changes">What it says.</param>
    /// <param name="findings">What progress tells of it.</param>
    /// <param name="bytes">Bytes of its items' data.</param>
    public PreparedPage(RpdePage page, PreparedChanges changes, PageFindings findings, long bytes) =>
        (Page, Changes, Findings, Bytes) = (page, changes, findings, bytes);

    /// <summary>The page; of its items all but their data, until its paging was checked.</summary>
    public RpdePage? Page { get; }

    public Fault? Fault { get; }

    public PreparedChanges Changes { get; }

    public PageFindings Findings { get; }

    public long Bytes { get; }

    [MemberNotNullWhen(true, nameof(Page))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Page is not null;
}
