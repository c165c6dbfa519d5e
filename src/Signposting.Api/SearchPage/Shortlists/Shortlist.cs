using Signposting.Store.Opportunities;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>What was put aside for one person: ids in the order in which they were added, each once, at most ten. Never changes.</summary>
internal sealed class Shortlist
{
    public const int Most = 10;

    public static readonly Shortlist Empty = new([]);

    private Shortlist(IReadOnlyList<string> ids) => Ids = ids;

    public IReadOnlyList<string> Ids { get; }

    public bool IsFull => Ids.Count >= Most;

    /// <summary>The first ten of these that are ids.</summary>
    public static Shortlist Of(IEnumerable<string> ids) => new([.. ids.Where(SubjectKey.IsPublicId).Distinct(StringComparer.Ordinal).Take(Most)]);

    public bool Has(string id) => Ids.Contains(id, StringComparer.Ordinal);

    /// <summary>With this id at the end; itself when it has it, or is full.</summary>
    public Shortlist With(string id) => IsFull || Has(id) ? this : Of([.. Ids, id]);

    public Shortlist Without(string id) => Of(Ids.Where(other => other != id));
}
