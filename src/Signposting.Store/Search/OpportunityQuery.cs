using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

public enum SortOrder : byte
{
    /// <summary>Distance, then id.</summary>
    Nearest,

    /// <summary>Next session, then distance, then id.</summary>
    Soonest,

    /// <summary>Rank of the activity, then whether all that is asked for is stated, then distance band, next session, distance, id.</summary>
    Best,
}

/// <summary>Which opportunities by how one takes part.</summary>
public enum AttendanceFilter : byte
{
    InPerson,
    Online,

    /// <summary>In person first, then online.</summary>
    Any,
}

/// <summary>What to look for. Values are valid or the caller has a bug: checking is the API's.</summary>
public sealed record OpportunityQuery
{
    /// <summary>Required unless only online opportunities are asked for.</summary>
    public GeoPoint? Centre { get; init; }

    public double RadiusMetres { get; init; } = 5_000;

    /// <summary>Sessions that start at or after this instant match …</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>… and before this one.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Ids of the activity list, narrower ones already included; null: any.</summary>
    public IReadOnlyCollection<string>? Activities { get; init; }

    public required IReadOnlyCollection<OpportunityKind> Kinds { get; init; }

    public AttendanceFilter Attendance { get; init; }

    public OpportunityFilters Filters { get; init; } = OpportunityFilters.None;

    /// <summary>Which are offered at all, and which come first in <see cref="SortOrder.Best"/>; null: all alike.</summary>
    public OpportunityRanking? Ranking { get; init; }

    public SortOrder Sort { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>Go on after this position; null: from the first.</summary>
    public Position? After { get; init; }

    /// <summary>Sessions listed with each item at most.</summary>
    public int SessionsPerItem { get; init; } = 10;
}

/// <summary>Where an item stands in the order of its query; what a cursor remembers.</summary>
public sealed record Position
{
    /// <summary>Online items come after all others.</summary>
    public bool Online { get; init; }

    /// <summary>Best only: the rank (0 first), whether something is unstated (0 or 1), and the distance band.</summary>
    public byte Rank { get; init; }

    public byte Fit { get; init; }

    public byte Band { get; init; }

    /// <summary>Unix seconds of the next session; <see cref="long.MaxValue"/> without times.</summary>
    public required long Start { get; init; }

    /// <summary>Metres; 0 for online ones.</summary>
    public required double Distance { get; init; }

    /// <summary>Public id.</summary>
    public required string Id { get; init; }
}

/// <summary>One result.</summary>
public sealed record Found
{
    public required Opportunity Opportunity { get; init; }

    /// <summary>Tells its version, for what was learnt of it.</summary>
    public required OpportunityCard Card { get; init; }

    /// <summary>Metres from the centre; absent for an online one.</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>Those in the window, in order of time, cancelled ones marked.</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    /// <summary>Filters that it passed only because nothing is stated.</summary>
    public Unstated Unstated { get; init; }

    public required Position Position { get; init; }
}

/// <summary>An opportunity as it is answered: inheritance done.</summary>
public sealed record Opportunity
{
    /// <summary>Stable across harvests and engines: see <see cref="SubjectKey.ToPublicId"/>.</summary>
    public required string Id { get; init; }

    public required OpportunityType Type { get; init; }

    public required Description Description { get; init; }

    /// <summary>Whether its publisher has published any session of it.</summary>
    public required bool TimesPublished { get; init; }

    /// <summary>
    /// Where it comes from and how fresh it is; at least one. The first says all that is told here; others are records of the same class
    /// by other publishers, whose ids lead here too (docs/decisions/0018).
    /// </summary>
    public required IReadOnlyList<Provenance> Provenance { get; init; }
}

/// <summary>Where a record comes from. CC BY attribution rests on this.</summary>
public sealed record Provenance
{
    /// <summary>The public id of this record.</summary>
    public required string Id { get; init; }

    /// <summary>Whom this record names as organiser.</summary>
    internal string? Organizer { get; init; }

    public required string Feed { get; init; }

    public required string Dataset { get; init; }

    public string? Publisher { get; init; }

    public string? Licence { get; init; }

    /// <summary>When the publisher changed it, where that can be told.</summary>
    public DateTimeOffset? Modified { get; init; }

    public required DateTimeOffset HarvestedAt { get; init; }

    /// <summary>When its feed last answered properly.</summary>
    public DateTimeOffset? FeedCheckedAt { get; init; }

    public IReadOnlyList<string> Repairs { get; init; } = [];
}

/// <summary>What an id leads to.</summary>
public abstract record LookUp
{
    private LookUp() { }

    /// <summary>It is here; sessions that are over are not among its sessions.</summary>
    public sealed record Here(Opportunity Opportunity, IReadOnlyList<Session> Sessions) : LookUp
    {
        /// <summary>From when on there are more sessions in the window than were asked for; null when these are all.</summary>
        public DateTimeOffset? More { get; init; }
    }

    /// <summary>It was here and its publisher withdrew it.</summary>
    public sealed record Withdrawn : LookUp;

    /// <summary>It is here, and an operator has hidden it.</summary>
    public sealed record Hidden : LookUp;

    /// <summary>Never known.</summary>
    public sealed record Unknown : LookUp;
}
