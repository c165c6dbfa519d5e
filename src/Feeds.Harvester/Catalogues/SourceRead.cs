using System.Diagnostics.CodeAnalysis;
using Feeds.Harvester.Http;

namespace Feeds.Harvester.Catalogues;

/// <summary>Either what was found at a URL, or the fault that prevented it.</summary>
public sealed class SourceRead
{
    private SourceRead(Source? source, Fault? fault) => (Source, Fault) = (source, fault);

    /// <summary>Whether something was found.</summary>
    [MemberNotNullWhen(true, nameof(Source))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Source is not null;

    /// <summary>The source, or null.</summary>
    public Source? Source { get; }

    /// <summary>The fault, or null.</summary>
    public Fault? Fault { get; }

    internal static SourceRead Of(Source source) => new(source, null);

    internal static SourceRead Of(Fault fault) => new(null, fault);
}
