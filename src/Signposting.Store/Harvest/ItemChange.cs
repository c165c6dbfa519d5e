using Signposting.Store.Opportunities;

namespace Signposting.Store.Harvest;

public enum ChangeKind : byte
{
    /// <summary>The item describes something that is kept.</summary>
    Updated,

    /// <summary>A tombstone (<c>state</c> deleted).</summary>
    Deleted,

    /// <summary>The item cannot be kept; <see cref="ItemChange.Rejection"/> says why.</summary>
    Rejected,
}

/// <summary>Why a record cannot be kept.</summary>
/// <param name="Reason">A stable code: <c>no-location</c>, <c>item-too-deep</c>, …</param>
/// <param name="Detail">One sentence with the offending value, shortened to 200 characters.</param>
public sealed record Rejection(string Reason, string Detail);

/// <summary>
/// One RPDE item, normalised: everything that it says replaces everything that the same item (feed, RPDE id) said before.
/// </summary>
public sealed class ItemChange
{
    /// <summary>RPDE <c>id</c>; an integer in its decimal form, so that <c>1</c> and <c>"1"</c> are the same.</summary>
    public required string Id { get; init; }

    /// <summary>RPDE <c>modified</c> as an ordering value; null when it cannot be ordered: then the order of arrival counts.</summary>
    public long? Modified { get; init; }

    /// <summary>When the publisher changed it, where <c>modified</c> can be read as a time.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    public required ChangeKind Kind { get; init; }

    public Rejection? Rejection { get; init; }

    /// <summary>What the item describes: at most one of its own, plus embedded parents and nested facilities.</summary>
    public IReadOnlyList<Fragment> Fragments { get; init; } = [];

    /// <summary>The dated occurrences that the item carries.</summary>
    public IReadOnlyList<SessionChange> Sessions { get; init; } = [];

    /// <summary>The item's <c>data</c> as sent (UTF-8 JSON); kept for items with a fragment of their own. Must stay valid until it was prepared (<see cref="PreparedChanges"/>) or committed.</summary>
    public ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>64 bits of a hash over <c>data</c> and the normaliser's version: equal means nothing changed.</summary>
    public ulong ContentHash { get; init; }
}

/// <summary>Where the description of a subject comes from; the lowest present one counts.</summary>
public enum FragmentOrigin : byte
{
    /// <summary>The item itself.</summary>
    Own = 0,

    /// <summary>A part of a bigger record: an IndividualFacilityUse nested in a FacilityUse.</summary>
    Nested = 1,

    /// <summary>A parent embedded in its child (<c>superEvent</c> as an object).</summary>
    Embedded = 2,
}

/// <summary>A description of one subject (something with an <c>@id</c>) by one item.</summary>
public sealed record Fragment
{
    public required SubjectKey Subject { get; init; }

    public required FragmentOrigin Origin { get; init; }

    public required OpportunityType Type { get; init; }

    /// <summary>Whom it inherits from: the <c>superEvent</c>, the <c>facilityUse</c> or <c>aggregateFacilityUse</c>, the Course.</summary>
    public SubjectKey? Parent { get; init; }

    public required Description Description { get; init; }
}

/// <summary>One dated occurrence under a subject. Lean: there are ten million of them.</summary>
public sealed record SessionChange
{
    /// <summary>The subject it belongs to: its <c>superEvent</c> or <c>facilityUse</c>, or the item itself when it stands alone.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>The type that the subject has if nothing describes it: a ScheduledSession's is a SessionSeries, an Event's an EventSeries, a Slot's a FacilityUse.</summary>
    public required OpportunityType SubjectType { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public SessionStatus Status { get; init; }

    public int? RemainingPlaces { get; init; }

    public string? Url { get; init; }

    /// <summary>It came inside its parent's record; an item of its own with the same times counts more.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>It is the span of the opportunity itself, which counts only while no session of its own is known.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// What the occurrence itself states about place, name, activity, price and so on, where it states any of these;
    /// null for the lean ones. <c>Url</c>, period and schedule are not part of it.
    /// </summary>
    public Description? Own { get; init; }
}
