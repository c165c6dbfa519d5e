using System.Collections.ObjectModel;

namespace OpenActive.Vocabulary;

/// <summary>
/// The directed acyclic graph that the broader ids span, with the closure of every concept worked out once.
/// Built from the bottom up (Kahn's order), so that neither depth nor shape of a hostile list can cost more than its limits.
/// </summary>
internal sealed class ConceptGraph
{
    private readonly Concept[] _concepts;
    private readonly List<int>[] _broader;
    private readonly List<int>[] _narrower;

    /// <summary>Builds the graph; every broader id must be that of a concept given.</summary>
    /// <exception cref="VocabularyException">A cycle, too many levels, or closures that are too large.</exception>
    internal ConceptGraph(Concept[] concepts)
    {
        _concepts = concepts;
        _broader = [.. concepts.Select(_ => new List<int>(1))];
        _narrower = [.. concepts.Select(_ => new List<int>())];
        var position = concepts.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        for (var i = 0; i < concepts.Length; i++)
        {
            foreach (var id in concepts[i].Broader)
            {
                _broader[i].Add(position[id]);
                _narrower[position[id]].Add(i);
            }
        }

        var closures = Close();
        SelfAndNarrower = concepts.Index().ToDictionary(
            pair => pair.Item.Id,
            pair => (IReadOnlySet<string>)new ReadOnlySet<string>(closures[pair.Index]));
        Narrower = concepts.Index().ToDictionary(
            pair => pair.Item.Id,
            pair => (IReadOnlyList<Concept>)Array.AsReadOnly([.. _narrower[pair.Index].Select(i => concepts[i])]));
    }

    /// <summary>By id: the concept and all below it, at any depth.</summary>
    internal Dictionary<string, IReadOnlySet<string>> SelfAndNarrower { get; }

    /// <summary>By id: the concepts directly below, in the order given.</summary>
    internal Dictionary<string, IReadOnlyList<Concept>> Narrower { get; }

    private HashSet<string>[] Close()
    {
        var closures = new HashSet<string>[_concepts.Length];
        var height = new int[_concepts.Length];
        var waitingFor = Array.ConvertAll(_narrower, below => below.Count);
        var ready = new Queue<int>(Enumerable.Range(0, _concepts.Length).Where(i => waitingFor[i] == 0));
        var members = 0;
        var done = 0;
        while (ready.TryDequeue(out var i))
        {
            closures[i] = Union(i, closures, ref members);
            done++;
            foreach (var parent in _broader[i])
            {
                height[parent] = Math.Max(height[parent], height[i] + 1);
                if (height[parent] >= VocabularyLimits.Levels)
                {
                    throw new VocabularyException($"The activity list is more than {VocabularyLimits.Levels} levels deep below \"{_concepts[parent].PrefLabel}\".");
                }

                if (--waitingFor[parent] == 0)
                {
                    ready.Enqueue(parent);
                }
            }
        }

        return done == _concepts.Length ? closures : throw Cycle(waitingFor);
    }

    private HashSet<string> Union(int i, HashSet<string>[] closures, ref int members)
    {
        var set = new HashSet<string> { _concepts[i].Id };
        foreach (var below in _narrower[i])
        {
            set.UnionWith(closures[below]);
            if (members + set.Count > VocabularyLimits.ClosureMembers)
            {
                throw new VocabularyException($"The activity list is too entangled: its concepts have more than {VocabularyLimits.ClosureMembers} narrower concepts between them.");
            }
        }

        members += set.Count;
        return set;
    }

    /// <summary>Whatever was never ready has something below it that was not either: going down must come round.</summary>
    private VocabularyException Cycle(int[] waitingFor)
    {
        var path = new List<int>();
        var seen = new Dictionary<int, int>();
        var at = Array.FindIndex(waitingFor, count => count > 0);
        while (seen.TryAdd(at, path.Count))
        {
            path.Add(at);
            at = _narrower[at].Find(below => waitingFor[below] > 0);
        }

        var labels = path.Skip(seen[at]).Append(at).Take(10).Select(i => $"\"{_concepts[i].PrefLabel}\"");
        return new VocabularyException($"The activity list has a cycle of broader concepts: {string.Join(" above ", labels)}.");
    }
}
