namespace Signposting.Api.Feeds;

/// <summary>Everything that is hidden from answers.</summary>
internal sealed record HiddenListAnswer
{
    public required IReadOnlyList<HiddenAnswer> Items { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }
}

/// <summary>Something that is hidden from answers, and why.</summary>
internal sealed record HiddenAnswer
{
    /// <summary>Id of the opportunity, when it is one.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Name of the organiser, when it is one.</summary>
    public string? Organizer { get; init; }

    /// <summary>URL of the feed, when it is one.</summary>
    public string? Feed { get; init; }

    public required string Reason { get; init; }

    /// <summary>The client that hid it, or <c>command line</c>.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Present and true when all data is made up; in a list it stands beside the items instead.</summary>
    public bool? Demo { get; init; }
}
