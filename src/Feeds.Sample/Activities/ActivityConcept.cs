namespace Feeds.Sample.Activities;

/// <summary>A concept of the OpenActive activity list.</summary>
public sealed record ActivityConcept
{
    internal const string Scheme = "https://openactive.io/activity-list";

    internal ActivityConcept(string guid, string notation, string prefLabel, params ActivityConcept[] broader)
    {
        Id = $"{Scheme}#{guid}";
        Notation = notation;
        PrefLabel = prefLabel;
        Broader = [.. broader.Select(concept => concept.Id)];
    }

    /// <summary>The concept's URL, such as <c>https://openactive.io/activity-list#c16df6ed-…</c>.</summary>
    public string Id { get; }

    /// <summary>The list's short name in lower case, such as <c>tai_chi</c>.</summary>
    public string Notation { get; }

    /// <summary>The name that people read, such as <c>Tai Chi</c>.</summary>
    public string PrefLabel { get; }

    /// <summary>The ids of the next broader concepts; empty at the top. A concept may have more than one.</summary>
    public IReadOnlyList<string> Broader { get; }
}
