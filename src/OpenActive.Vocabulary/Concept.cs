namespace OpenActive.Vocabulary;

/// <summary>
/// A concept of the OpenActive activity list (https://openactive.io/activity-list), such as "Tai Chi".
/// </summary>
public sealed record Concept
{
    /// <summary>The canonical IRI: <c>https://openactive.io/activity-list#GUID</c>, in lower case.</summary>
    public required string Id { get; init; }

    /// <summary>The part of <see cref="Id"/> after <c>#</c>: a GUID in every published list so far.</summary>
    public required string Identifier { get; init; }

    /// <summary>A short key such as <c>tai_chi</c>; null when the list gives none.</summary>
    public string? Notation { get; init; }

    /// <summary>The name to show, as published: <c>Tai Chi</c>, <c>Zumba® Gold</c>.</summary>
    public required string PrefLabel { get; init; }

    /// <summary>Other names in use: Walking is also <c>Rambling</c>.</summary>
    public IReadOnlyList<string> AltLabels { get; init; } = [];

    /// <summary>Canonical ids of the concepts directly above: none at the top, up to three in the published list.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];

    /// <summary>Canonical ids of concepts that the list calls related.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>What the activity is, in the list's own words; null when not given (always so in the built-in list).</summary>
    public string? Definition { get; init; }

    /// <summary>True when no other concept stands above this one.</summary>
    public bool IsTop => Broader.Count == 0;
}
