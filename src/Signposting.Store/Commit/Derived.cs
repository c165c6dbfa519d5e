using Signposting.Store.Opportunities;

namespace Signposting.Store.Commit;

/// <summary>What a derivation comes to.</summary>
internal sealed class Derived(SubjectState subject, bool described, long? rootId, string? reason, string? detail, Draft[] drafts)
{
    public SubjectState Subject => subject;

    public SubjectOutcome Outcome => new(subject.Id, described, rootId, reason, detail);

    public Draft[] Drafts => drafts;

    /// <summary>Sessions under it are orphans.</summary>
    public static Derived NotDescribed(SubjectState subject) => new(subject, described: false, null, null, null, []);

    public static Derived NotOffered(SubjectState subject, string? reason, string? detail) => new(subject, described: true, null, reason, detail, []);

    public static Derived PartOf(SubjectState subject, long rootId) => new(subject, described: true, rootId, null, null, []);

    public static Derived Offered(SubjectState subject, Draft[] drafts) => new(subject, described: true, null, null, null, drafts);
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
