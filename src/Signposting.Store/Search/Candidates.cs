using Signposting.Store.Commit;
using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Degrees; both ends included.</summary>
internal readonly record struct GeoBox(double MinLat, double MaxLat, double MinLon, double MaxLon);

/// <summary>What can be decided on the row of the spatial index.</summary>
/// <param name="Activities">Term ids; null: any. Empty matches nothing.</param>
internal sealed record CandidateFilter(IReadOnlyCollection<OpportunityKind> Kinds, IReadOnlyList<int>? Activities);

/// <summary>An opportunity as the spatial index knows it.</summary>
internal sealed record Candidate
{
    public required long Id { get; init; }

    public required long SubjectId { get; init; }

    public required string PublicId { get; init; }

    public required OpportunityFlags Flags { get; init; }

    /// <summary>Absent for an online one without a place.</summary>
    public GeoPoint? Point { get; init; }

    public long? Starts { get; init; }

    public long? Ends { get; init; }
}

/// <summary>Whose sessions an opportunity shows.</summary>
/// <param name="OpportunityId">Row id; the key of the answer.</param>
internal readonly record struct SessionScope(long OpportunityId, long SubjectId, OpportunityFlags Flags);

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
}

/// <summary>The feed that a record comes from. <paramref name="CheckedAt"/>: Unix seconds of its last proper answer.</summary>
internal sealed record FeedSource(string FeedUrl, string DatasetUrl, string? Publisher, string? Licence, long? CheckedAt);
