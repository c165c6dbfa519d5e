namespace Signposting.Api.Activities;

/// <summary>The OpenActive activity list as this service knows it.</summary>
internal sealed record ActivitiesAnswer
{
    /// <summary>Hash of the list.</summary>
    public required string Version { get; init; }

    /// <summary>Ordered by label.</summary>
    public required IReadOnlyList<ConceptAnswer> Items { get; init; }

    public required ConceptAttributionAnswer Attribution { get; init; }
}

/// <summary>An activity; what stands above and below it, by id.</summary>
internal sealed record ConceptAnswer
{
    public required string Id { get; init; }

    public string? Notation { get; init; }

    public required string PrefLabel { get; init; }

    public IReadOnlyList<string>? AltLabel { get; init; }

    public string? Definition { get; init; }

    /// <summary>Directly above; none at the top, up to three.</summary>
    public required IReadOnlyList<string> Broader { get; init; }

    /// <summary>Directly below.</summary>
    public required IReadOnlyList<string> Narrower { get; init; }
}

/// <summary>Where the list comes from.</summary>
internal sealed record ConceptAttributionAnswer(string Publisher, string Source, string Licence);
