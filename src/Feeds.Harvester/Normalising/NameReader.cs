using System.Collections.Concurrent;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>What a name says: activities with the words for them, and whom it is for.</summary>
internal sealed record NameReading(IReadOnlyList<Activity> Activities, IReadOnlyList<Inference> Audience);

/// <summary>Reads names, and remembers them: one class has a hundred sessions of the same name.</summary>
/// <param name="list">The activity list at this moment.</param>
internal sealed class NameReader(Func<ActivityList> list)
{
    private const int MostRemembered = 8_192;

    private volatile Memory? _memory;

    internal ActivityList List => list();

    internal NameReading Read(string name)
    {
        var memory = Fresh();
        return memory.Known.TryGetValue(name, out var known) ? known : memory.Add(
            name, new NameReading([.. memory.List.Words.InName(name).Select(Of)], AudienceOf(AudienceWords.In(name))));
    }

    internal Activity? InDescription(string text) => list().Words.InDescription(text) is { } found ? Of(found) : null;

    private static Activity Of(InferredActivity found) =>
        new(found.Concept.Id, found.Concept.PrefLabel) { Words = Text.Line(found.Words, NormalisingLimits.Label) ?? found.Concept.PrefLabel };

    /// <summary>Another list, or too many names: it begins anew.</summary>
    private Memory Fresh()
    {
        var memory = _memory;
        var current = list();
        if (memory is null || !ReferenceEquals(memory.List, current) || memory.Count > MostRemembered)
            _memory = memory = new Memory(current);
        return memory;
    }

    private static List<Inference> AudienceOf(AudienceFacts facts)
    {
        var found = new List<Inference>();
        if (facts.Ages is { } ages)
            found.Add(new(Inferences.Ages, ages.Words) { AgeRange = new AgeRange(ages.Value.Min, ages.Value.Max) });
        if (facts.Gender is { } gender)
            found.Add(new(Inferences.Gender, gender.Words) { Gender = gender.Value == AudienceGender.Female ? GenderRestriction.Female : GenderRestriction.Male });
        if (facts.Levels is { } levels)
            found.Add(new(Inferences.Levels, levels.Words) { Levels = levels.Value });
        if (facts.Free is { } free)
            found.Add(new(Inferences.Free, free));
        if (facts.Online is { } online)
            found.Add(new(Inferences.Online, online));
        else if (facts.Virtual is { } isVirtual)
            found.Add(new(Inferences.Virtual, isVirtual));
        return found;
    }

    private sealed record Memory(ActivityList List)
    {
        private int _count;

        public ConcurrentDictionary<string, NameReading> Known { get; } = new(StringComparer.Ordinal);

        /// <summary>About how many it knows: the dictionary takes all its locks to count.</summary>
        public int Count => Volatile.Read(ref _count);

        public NameReading Add(string name, NameReading reading)
        {
            if (Known.TryAdd(name, reading))
                Interlocked.Increment(ref _count);
            return reading;
        }
    }
}
