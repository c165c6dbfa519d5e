using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>What a derivation comes to.</summary>
internal sealed record Derived(SubjectOutcome Outcome, Draft[] Drafts)
{
    /// <summary>Sessions under it are orphans.</summary>
    public static Derived NotDescribed(long subjectId) => new(new(subjectId, Described: false, null, null, null), []);

    public static Derived NotOffered(long subjectId, string? reason, string? detail) => new(new(subjectId, Described: true, null, reason, detail), []);

    public static Derived PartOf(long subjectId, long rootId) => new(new(subjectId, Described: true, rootId, null, null), []);

    public static Derived Offered(long subjectId, Draft[] drafts) => new(new(subjectId, Described: true, null, null, null), drafts);
}

/// <summary>An opportunity to be offered.</summary>
internal sealed record Draft
{
    public required string PublicId { get; init; }

    public required OpportunityType Type { get; init; }

    public required CardFacts Facts { get; init; }

    /// <summary>The document; null when it is <see cref="Fragment"/>'s.</summary>
    public byte[]? Doc { get; init; }

    /// <summary>A hash of what is described.</summary>
    public required long Content { get; init; }

    public long[]? Split { get; init; }

    /// <summary>Set when the description is exactly this fragment's, so that it need not be stored twice.</summary>
    public FragmentRow? Fragment { get; init; }

    public required long FeedId { get; init; }

    public long? ModifiedAt { get; init; }

    public required long HarvestedAt { get; init; }

    public bool HasParts { get; init; }
}
