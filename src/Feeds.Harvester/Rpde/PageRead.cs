using System.Diagnostics.CodeAnalysis;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Rpde;

/// <summary>Either a page of a feed, which the receiver must dispose, or the fault that prevented it.</summary>
public sealed class PageRead
{
    private PageRead(RpdePage? page, Fault? fault) => (Page, Fault) = (page, fault);

    /// <summary>Whether there is a page.</summary>
    [MemberNotNullWhen(true, nameof(Page))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Page is not null;

    /// <summary>The page, or null.</summary>
    public RpdePage? Page { get; }

    /// <summary>The fault, or null.</summary>
    public Fault? Fault { get; }

    internal static PageRead Of(RpdePage page) => new(page, null);

    internal static PageRead Of(Fault fault) => new(null, fault);
}
