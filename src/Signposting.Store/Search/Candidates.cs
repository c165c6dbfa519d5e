using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Degrees; both ends included.</summary>
internal readonly record struct GeoBox(double MinLat, double MaxLat, double MinLon, double MaxLon);

/// <summary>What an engine decides on the row of the spatial index.</summary>
/// <param name="Activities">Term ids; null: any. Empty matches nothing.</param>
/// <param name="Words">Whether candidates come with the signature of their words.</param>
internal sealed record CandidateFilter(IReadOnlyCollection<OpportunityKind> Kinds, IReadOnlyList<int>? Activities, bool Words = false)
{
    /// <summary>Everything, with its words.</summary>
    public static CandidateFilter All { get; } = new(Enum.GetValues<OpportunityKind>(), null, Words: true);
}

/// <summary>Which sessions count.</summary>
/// <param name="Spans">Start in [From, To), Unix seconds, in order and apart from each other; at least one.</param>
/// <param name="Spaces">Those that are full do not count.</param>
/// <param name="StatedSpaces">… nor those that do not say.</param>
internal sealed record SessionWindow(IReadOnlyList<(long From, long To)> Spans, bool Spaces = false, bool StatedSpaces = false)
{
    public static SessionWindow Between(long from, long to) => new([(from, to)]);
}

/// <summary>An opportunity as the spatial index knows it.</summary>
internal sealed record Candidate
{
    public required long Id { get; init; }

    public required long SubjectId { get; init; }

    public required string PublicId { get; init; }

    public required OpportunityKind Kind { get; init; }

    public required OpportunityFlags Flags { get; init; }

    /// <summary>Absent for an online one without a place.</summary>
    public GeoPoint? Point
    {
        get;
        init
        {
            field = value;
            Spot = value is { } point ? UnitVector.Of(point) : default;
        }
    }

    /// <summary>The same point, for telling quickly what is far away.</summary>
    public UnitVector Spot { get; private init; }

    public Facets Facets { get; init; }

    /// <summary>Changes with the record: what was learnt from reading it holds as long as this does.</summary>
    public long Hash { get; init; }

    /// <summary>Term ids.</summary>
    public int[] Activities { get; init; } = [];

    /// <summary>Signature of its words (<see cref="WordSignature"/>); null: not asked for, or not known, so that the record must be read.</summary>
    public byte[]? Words { get; init; }

    public long? Starts { get; init; }

    public long? Ends { get; init; }

    /// <summary>What a ranking has learnt from the record; it is there as long as this card is remembered.</summary>
    public object? Learnt { get; set; }
}

/// <summary>Whose sessions an opportunity shows.</summary>
/// <param name="OpportunityId">Row id; the key of the answer.</param>
internal readonly record struct SessionScope(long OpportunityId, long SubjectId, OpportunityFlags Flags);

/// <summary>What is stored of opportunities that are shown, by their row id.</summary>
internal sealed record ShownRows(Dictionary<long, StoredOpportunity> Records, Dictionary<long, List<SessionRow>> Sessions);

/// <summary>An opportunity as stored, with where it comes from.</summary>
internal sealed record StoredOpportunity
{
    public required long Id { get; init; }

    public required string PublicId { get; init; }

    public required long SubjectId { get; init; }

    public required OpportunityType Type { get; init; }

    public required OpportunityFlags Flags { get; init; }

    public required bool TimesPublished { get; init; }

    public required byte[] Doc { get; init; }

    public required FeedSource Source { get; init; }

    public long? ModifiedAt { get; init; }

    public required long HarvestedAt { get; init; }

    /// <summary>Records of other datasets for which it speaks.</summary>
    public IReadOnlyList<StoredOpportunity> Others { get; init; } = [];
}

/// <summary>The feed that a record comes from. <paramref name="CheckedAt"/>: Unix seconds of its last proper answer.</summary>
internal sealed record FeedSource(string FeedUrl, string DatasetUrl, string? Publisher, string? Licence, long? CheckedAt);
