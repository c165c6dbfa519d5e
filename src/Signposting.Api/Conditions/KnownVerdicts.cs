using System.Collections.Concurrent;
using Signposting.Suitability;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.Conditions;

/// <summary>
/// Verdicts for the sets of conditions asked for lately, each worked out once: a search in a city ranks thousands of records that say a few hundred
/// different things. In memory only; a set of conditions tells nothing of who asked.
/// </summary>
internal sealed class KnownVerdicts(Rules rules)
{
    private const int MostSets = 64;

    private readonly ConcurrentDictionary<ulong, VerdictsOfSet> _sets = new();

    public VerdictsOfSet Of(ConditionSet conditions)
    {
        if (_sets.TryGetValue(conditions.Bits, out var known))
            return known;
        if (_sets.Count >= MostSets)
            _sets.Clear();
        return _sets.GetOrAdd(conditions.Bits, _ => new VerdictsOfSet(rules, conditions));
    }
}

/// <summary>What the rules say of records for one set of conditions: at most 200 kB of verdicts, and some hundred whole answers.</summary>
internal sealed class VerdictsOfSet(Rules rules, ConditionSet conditions)
{
    private const int MostVerdicts = 200_000;
    private const int MostAnswers = 500;

    private readonly Lock _growing = new();
    private readonly ConcurrentDictionary<int, SuitabilityAnswer> _answers = new();

    /// <summary>By the number of the record: 0 is not worked out yet, otherwise one more than the verdict.</summary>
    private byte[] _verdicts = new byte[4096];

    public Verdict Of(KnownRecord record)
    {
        var known = Volatile.Read(ref _verdicts);
        return record.Number < known.Length && known[record.Number] is > 0 and var found ? (Verdict)(found - 1) : WorkOut(record);
    }

    /// <summary>The verdict with its reasons, as callers see it.</summary>
    public SuitabilityAnswer AnswerOf(KnownRecord record)
    {
        if (_answers.TryGetValue(record.Number, out var known))
            return known;
        if (_answers.Count >= MostAnswers)
            _answers.Clear();
        return _answers.GetOrAdd(record.Number, _ => SuitabilityAnswer.Of(rules.Assess(record.Key, conditions)));
    }

    private Verdict WorkOut(KnownRecord record)
    {
        var verdict = rules.VerdictOf(record.Key, conditions);
        if (record.Number >= MostVerdicts)
            return verdict;
        lock (_growing)
        {
            if (record.Number >= _verdicts.Length)
            {
                var larger = new byte[Math.Max(record.Number + 1, _verdicts.Length * 2)];
                _verdicts.CopyTo(larger, 0);
                Volatile.Write(ref _verdicts, larger);
            }

            _verdicts[record.Number] = (byte)((int)verdict + 1);
        }

        return verdict;
    }
}
