namespace Signposting.Api.Activities;

/// <summary>The OpenActive activity list as this service knows it.</summary>
internal sealed record ActivitiesAnswer
{
    /// <summary>Hash of the list.</summary>
    public required string Version { get; init; }

    /// <summary>Ordered by label.</summary>
    public required IReadOnlyList<ConceptAnswer> Items { get; init; }

    public required ConceptAttributionAnswer Attribution { get; init; }

    /// <summary>Present and true when the opportunities of this service are made up; the list is not.</summary>
    public bool? Demo { get; init; }
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

    /// <summary>What it asks of a body and offers it, by facet; absent when the rules do not know the activity.</summary>
    public ProfileAnswer? Profile { get; init; }
}

/// <summary>What an activity asks of a body and offers it.</summary>
internal sealed record ProfileAnswer
{
    /// <summary>Metabolic equivalent; 1 is rest.</summary>
    public required double Met { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required string MetSource { get; init; }

    /// <summary>The level of each facet: <c>"impact": "low"</c>.</summary>
    public required IReadOnlyDictionary<string, string> Levels { get; init; }
}

/// <summary>Where the list comes from.</summary>
internal sealed record ConceptAttributionAnswer(string Publisher, string Source, string Licence);
