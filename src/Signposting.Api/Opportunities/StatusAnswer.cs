namespace Signposting.Api.Opportunities;

/// <summary>How opportunities stand whose ids somebody has kept.</summary>
internal sealed record StatusAnswer
{
    /// <summary>Send it as <c>since</c> the next time.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What <c>changed</c> was told by; absent when it was not sent.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>In the order of the ids.</summary>
    public required IReadOnlyList<IdStatusAnswer> Items { get; init; }
}

/// <summary>How one opportunity stands.</summary>
internal sealed record IdStatusAnswer
{
    public required string Id { get; init; }

    /// <summary>
    /// <c>current</c>; <c>changed</c>: its record was read anew at <c>since</c> or later; <c>cancelled</c>: all of it, or every session that is
    /// to come; <c>withdrawn</c>: by its publisher, or hidden by the operator of this service; <c>unknown</c>: no feed ever had it.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The next session that is not cancelled or postponed; absent when there is none, or its publisher publishes no times.</summary>
    public SessionAnswer? NextSession { get; init; }

    /// <summary>False: its publisher publishes no times at all. Absent for what is not here.</summary>
    public bool? TimesPublished { get; init; }

    /// <summary>When its record was last read with a change.</summary>
    public DateTimeOffset? HarvestedAt { get; init; }
}
