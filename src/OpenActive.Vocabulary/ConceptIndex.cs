using System.Diagnostics.CodeAnalysis;

namespace OpenActive.Vocabulary;

/// <summary>
/// The ways to a concept: canonical id, other spellings of the id, notation, label, other labels, in this order.
/// Nothing is allocated by a look-up. Every program builds this at its start: a frozen dictionary would take longer to make than it saves. A name that two concepts share leads to neither: a guess could show a wrong activity.
/// </summary>
internal sealed class ConceptIndex
{
    private readonly Dictionary<string, Concept> _ids;
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _identifiers;
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _notations;
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _labels;
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _otherLabels;

    internal ConceptIndex(IReadOnlyCollection<Concept> concepts)
    {
        _ids = concepts.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        _identifiers = Unambiguous(concepts, concept => [concept.Identifier], StringComparer.OrdinalIgnoreCase);
        _notations = Unambiguous(concepts, concept => [concept.Notation], StringComparer.OrdinalIgnoreCase);
        _labels = Unambiguous(concepts, concept => [LabelKey.Of(concept.PrefLabel)], StringComparer.Ordinal);
        _otherLabels = Unambiguous(concepts, concept => concept.AltLabels.Select(LabelKey.Of), StringComparer.Ordinal);
    }

    internal bool TryGet(string text, [NotNullWhen(true)] out Concept? concept) =>
        TryGetById(text, out concept) || TryGetByName(text, out concept);

    internal bool TryGetById(string text, [NotNullWhen(true)] out Concept? concept)
    {
        if (_ids.TryGetValue(text, out concept))
        {
            return true;
        }

        return ConceptId.TryReadIdentifier(text, out var identifier) && _identifiers.TryGetValue(identifier, out concept);
    }

    private bool TryGetByName(ReadOnlySpan<char> text, [NotNullWhen(true)] out Concept? concept)
    {
        if (_notations.TryGetValue(text.Trim(), out concept))
        {
            return true;
        }

        Span<char> key = stackalloc char[LabelKey.MaxLength];
        return LabelKey.TryWrite(text, key, out var length)
            && (_labels.TryGetValue(key[..length], out concept) || _otherLabels.TryGetValue(key[..length], out concept));
    }

    private static Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> Unambiguous(
        IReadOnlyCollection<Concept> concepts, Func<Concept, IEnumerable<string?>> names, StringComparer comparer)
    {
        var found = new Dictionary<string, Concept>(concepts.Count, comparer);
        var shared = new HashSet<string>(comparer);
        foreach (var concept in concepts)
        {
            foreach (var name in names(concept))
            {
                if (name is not null && !found.TryAdd(name, concept) && !ReferenceEquals(found[name], concept))
                {
                    shared.Add(name);
                }
            }
        }

        foreach (var name in shared)
        {
            found.Remove(name);
        }

        return found.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
