namespace Signposting.Suitability.Records;

/// <summary>What a published record says that matters here. Everything may be missing; all of it may be hostile.</summary>
public sealed record RecordWords
{
    /// <summary>Canonical ids of the activity list, published or inferred.</summary>
    public IReadOnlyCollection<string> Activities { get; init; } = [];

    public string? Name { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>As published: <c>Beginner</c>, <c>Advanced</c>.</summary>
    public IReadOnlyCollection<string> Levels { get; init; } = [];

    /// <summary>Null: not stated.</summary>
    public bool? Coached { get; init; }

    /// <summary>Years; null: not stated (also where the standard's 18+ is assumed).</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Years; null: not stated.</summary>
    public int? AgeTo { get; init; }
}
