using System.Diagnostics.CodeAnalysis;
using Feeds.Harvester.Http;
using Feeds.Harvester.Rpde;
using Signposting.Store.Harvest;

namespace Feeds.Harvester.Harvesting;

/// <summary>A page that was fetched, read and normalised, or the fault that prevented it. Its changes point into the page's memory.</summary>
internal sealed class PreparedPage : IDisposable
{
    public PreparedPage(Fault fault) => (Fault, Changes) = (fault, []);

    public PreparedPage(RpdePage page, IReadOnlyList<ItemChange> changes) => (Page, Changes) = (page, changes);

    public RpdePage? Page { get; }

    public Fault? Fault { get; }

    public IReadOnlyList<ItemChange> Changes { get; }

    [MemberNotNullWhen(true, nameof(Page))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Page is not null;

    public void Dispose() => Page?.Dispose();
}
