namespace Signposting.Store.Hiding;

public enum HiddenKind : byte
{
    /// <summary>One opportunity, by its public id.</summary>
    Opportunity = 0,

    /// <summary>All of an organiser, by its name as answers show it; case and repeated blanks do not count.</summary>
    Organizer = 1,

    /// <summary>All of a feed, by its URL.</summary>
    Feed = 2,
}

/// <summary>Something that an operator has taken out of all answers, whatever its publisher says.</summary>
public sealed record Hidden
{
    public required HiddenKind Kind { get; init; }

    /// <summary>Public id, name or URL.</summary>
    public required string Target { get; init; }

    /// <summary>Why, in the operator's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The client that hid it, or <c>command line</c>.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
