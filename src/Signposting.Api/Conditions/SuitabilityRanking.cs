using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.Conditions;

/// <summary>Ranks opportunities by their verdict for one person's conditions: recommended first, unknown last, not advised only when asked for.</summary>
internal sealed class SuitabilityRanking(ClinicalRules rules, ConditionSet conditions, bool withNotAdvised) : OpportunityRanking
{
    // What this search has read stays known to it, even when the shared memory is emptied meanwhile.
    private readonly Dictionary<long, RecordKey> _read = [];
    private readonly Dictionary<RecordKey, Verdict> _verdicts = new(ReferenceEqualityComparer.Instance);

    public override int Ranks { get; } = Enum.GetValues<Verdict>().Length;

    public override bool TryRank(in OpportunityCard card, out int? rank)
    {
        rank = null;
        if ((rules.Records.Find(card) ?? _read.GetValueOrDefault(card.Id)) is not { } key)
            return false;
        rank = RankOf(key);
        return true;
    }

    public override void Read(in OpportunityCard card, Description description) => _read[card.Id] = rules.Records.Read(card, description);

    private int? RankOf(RecordKey key)
    {
        if (!_verdicts.TryGetValue(key, out var verdict))
            _verdicts.Add(key, verdict = rules.Rules.VerdictOf(key, conditions));
        return verdict == Verdict.NotAdvised && !withNotAdvised ? null : (int)verdict;
    }
}
