using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace OpenActive.Vocabulary;

/// <summary>
/// The OpenActive activity list: concepts in a directed acyclic graph (a concept may have several broader ones),
/// found by id, notation or label. Immutable and safe to share between threads.
/// </summary>
public sealed class ActivityList
{
    private static readonly Lazy<ActivityList> LazyBuiltIn = new(BuiltInConcepts.Read);

    private readonly ConceptIndex _index;
    private readonly ConceptGraph _graph;
    private readonly Lazy<LabelSuggestions> _suggestions;
    private readonly Lazy<ActivityWords> _words;

    /// <param name="concepts">Concepts with distinct canonical ids; their broader ids may be unknown.</param>
    /// <param name="content">What they were read from, for <see cref="Version"/>.</param>
    /// <param name="droppedConcepts">How many could not be read.</param>
    internal ActivityList(IEnumerable<Concept> concepts, ReadOnlySpan<byte> content, int droppedConcepts)
    {
        var sorted = concepts.OrderBy(concept => concept.PrefLabel, StringComparer.OrdinalIgnoreCase).ThenBy(concept => concept.Id, StringComparer.Ordinal).ToArray();
        var known = sorted.Select(concept => concept.Id).ToHashSet();
        DroppedBroader = sorted.Sum(concept => concept.Broader.Count(id => !known.Contains(id)));
        DroppedConcepts = droppedConcepts;
        Concept[] kept = [.. sorted.Select(concept => WithKnownIdsOnly(concept, known))];

        All = Array.AsReadOnly(kept);
        Version = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
        _index = new ConceptIndex(kept);
        _graph = new ConceptGraph(kept);
        _suggestions = new Lazy<LabelSuggestions>(() => new LabelSuggestions(kept));
        _words = new Lazy<ActivityWords>(() => new ActivityWords(this));
    }

    /// <summary>
    /// The concepts that the project's own file names (id, notation, labels, broader): what serves until the published
    /// list was read, and what clinical rules may speak of. It leaves out all definitions.
    /// </summary>
    public static ActivityList BuiltIn => LazyBuiltIn.Value;

    /// <summary>Every concept, ordered by label.</summary>
    public IReadOnlyList<Concept> All { get; }

    /// <summary><c>sha256:</c> and the hash of the bytes that the list was read from, in lower-case hex; fit for an ETag.</summary>
    public string Version { get; }

    /// <summary>Broader ids that named no concept of the list and were left out.</summary>
    public int DroppedBroader { get; }

    /// <summary>Finds this list's activities in names and descriptions; made at the first use.</summary>
    public ActivityWords Words => _words.Value;

    /// <summary>Concepts that were left out: no id of this list, no label, or an id that came before.</summary>
    public int DroppedConcepts { get; }

    /// <summary>Reads <c>activity-list.jsonld</c> as published: UTF-8 JSON, at most 16 MB and 20,000 concepts.</summary>
    /// <exception cref="VocabularyException">The content is no activity list, breaks a limit, or has a cycle.</exception>
    public static ActivityList Parse(ReadOnlySpan<byte> utf8Json) => ActivityListReader.Read(utf8Json);

    /// <summary>Reads <c>activity-list.jsonld</c> from a local stream, to its end; the stream stays open.</summary>
    /// <exception cref="VocabularyException">The content is no activity list, breaks a limit, or has a cycle.</exception>
    public static ActivityList Parse(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        return ActivityListReader.Read(utf8Json);
    }

    /// <summary>
    /// Finds a concept by id (in every spelling that publishers use), notation (<c>tai_chi</c>), label, or another label,
    /// in this order; case, ® and ™, and hyphens or repeated spaces make no difference. A name shared by several concepts finds none.
    /// </summary>
    public bool TryGet(string? idOrNotationOrLabel, [NotNullWhen(true)] out Concept? concept)
    {
        concept = null;
        return idOrNotationOrLabel is not null && _index.TryGet(idOrNotationOrLabel, out concept);
    }

    /// <summary>
    /// The concept that a publisher means by an activity: a known id wins over the label, a label helps where the id is
    /// absent or unknown. Null when neither leads anywhere: "General" is no concept.
    /// </summary>
    public Concept? Resolve(string? id, string? prefLabel)
    {
        if (id is not null && _index.TryGetById(id, out var byId))
        {
            return byId;
        }

        return TryGet(prefLabel, out var byLabel) ? byLabel : null;
    }

    /// <summary>
    /// The ids of a concept and of all below it, at any depth: what a search for that activity includes.
    /// Takes an id in any spelling; empty when it is unknown.
    /// </summary>
    public IReadOnlySet<string> SelfAndNarrower(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _index.TryGetById(id, out var concept) ? _graph.SelfAndNarrower[concept.Id] : ReadOnlySet<string>.Empty;
    }

    /// <summary>The concepts directly below, ordered by label. Takes an id in any spelling; empty when it is unknown.</summary>
    public IReadOnlyList<Concept> Narrower(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _index.TryGetById(id, out var concept) ? _graph.Narrower[concept.Id] : [];
    }

    /// <summary>
    /// Concepts that somebody may have meant by a text that finds none, nearest first, for an error message:
    /// by the start of a label, by its words, or by a few wrong letters. At most <paramref name="max"/>, often none.
    /// </summary>
    public IReadOnlyList<Concept> Suggest(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _suggestions.Value.For(text, max);
    }

    private static Concept WithKnownIdsOnly(Concept concept, HashSet<string> known) => concept with
    {
        AltLabels = Array.AsReadOnly([.. concept.AltLabels]),
        Broader = Array.AsReadOnly([.. concept.Broader.Where(known.Contains).Distinct()]),
        Related = Array.AsReadOnly([.. concept.Related.Where(known.Contains).Distinct()]),
    };
}
