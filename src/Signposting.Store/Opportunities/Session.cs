namespace Signposting.Store.Opportunities;

public enum SessionStatus : byte
{
    Scheduled = 0,
    Cancelled = 1,
    Postponed = 2,
    Rescheduled = 3,
}

/// <summary>One dated occurrence of an opportunity. Times are instants with the offset they are shown in (Europe/London).</summary>
public sealed record Session
{
    public required DateTimeOffset Start { get; init; }

    /// <summary>Absent when neither <c>endDate</c> nor <c>duration</c> was published.</summary>
    public DateTimeOffset? End { get; init; }

    public SessionStatus Status { get; init; }

    public int? RemainingPlaces { get; init; }

    /// <summary>Where this one occurrence is booked, when the publisher names it.</summary>
    public string? Url { get; init; }
}
