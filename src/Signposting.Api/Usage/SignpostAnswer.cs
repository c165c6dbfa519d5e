namespace Signposting.Api.Usage;

/// <summary>The receipt of a signpost.</summary>
internal sealed record SignpostAnswer
{
    /// <summary>Random; tells nothing of the person. Names the record, should it have to be taken back.</summary>
    public required string Id { get; init; }

    /// <summary>When it was recorded. The record itself holds the day and the part of the day.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }
}
