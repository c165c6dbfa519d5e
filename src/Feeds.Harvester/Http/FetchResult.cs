using System.Diagnostics.CodeAnalysis;

namespace Feeds.Harvester.Http;

/// <summary>Either a page, which the receiver must dispose, or the fault that prevented it.</summary>
public sealed class FetchResult
{
    private FetchResult(FetchedPage? page, Fault? fault) => (Page, Fault) = (page, fault);

    /// <summary>Whether there is a page.</summary>
    [MemberNotNullWhen(true, nameof(Page))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Page is not null;

    /// <summary>The page, or null.</summary>
    public FetchedPage? Page { get; }

    /// <summary>The fault, or null.</summary>
    public Fault? Fault { get; }

    internal static FetchResult Of(FetchedPage page) => new(page, null);

    internal static FetchResult Of(Fault fault) => new(null, fault);
}
