using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.SameClass;

/// <summary>A record as it is compared with others.</summary>
internal sealed record ClassRow
{
    /// <summary>Row id of what is offered.</summary>
    public required long Id { get; init; }

    public required string PublicId { get; init; }

    public required long SubjectId { get; init; }

    /// <summary>Of its <c>@id</c>; several datasets may have it.</summary>
    public required SubjectKey Key { get; init; }

    public required OpportunityType Type { get; init; }

    public required OpportunityFlags Flags { get; init; }

    public required long Likeness { get; init; }

    public required GeoPoint Point { get; init; }

    /// <summary>The row that speaks for it now; null: it speaks for itself.</summary>
    public long? SpeakerId { get; init; }

    public required long DatasetId { get; init; }

    public required string Dataset { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Its feed is gone: nobody publishes it any more, until the feed is back.</summary>
    public bool IsConcealed { get; init; }

    public required byte[] Doc { get; init; }
}

/// <summary>Where a record stands, or stood before it changed.</summary>
internal readonly record struct ClassSpot(long Likeness, GeoPoint Point)
{
    public GeoBox Box => NearestWalk.BoxAround(Point, ClassLikeness.NearMetres);

    /// <summary>The numbers under which a record of the same name stands near the spot; most are in one cell.</summary>
    public long[] Likenesses() => ClassLikeness.Around(Likeness, Box);

    public static ClassSpot? Of(OpportunityRow row) => row is { Likeness: { } likeness, Point: { } point } ? new ClassSpot(likeness, point) : null;
}

/// <summary>Who speaks for a row from now on.</summary>
internal readonly record struct ClassVerdict(ClassRow Row, long? SpeakerId, bool Speaks)
{
    public OpportunityFlags Flags => (Row.Flags & ~(OpportunityFlags.Speaks | OpportunityFlags.Spoken))
        | (Speaks ? OpportunityFlags.Speaks : OpportunityFlags.None)
        | (SpeakerId is null ? OpportunityFlags.None : OpportunityFlags.Spoken);

    public bool IsNews => SpeakerId != Row.SpeakerId || Flags != Row.Flags;
}
