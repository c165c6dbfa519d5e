using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.Conditions;

/// <summary>Ranks opportunities by their verdict for one person's conditions: recommended first, unknown last, not advised only when asked for.</summary>
internal sealed class SuitabilityRanking(ClinicalRules rules, ConditionSet conditions, bool withNotAdvised) : OpportunityRanking
{
    // What this search has read stays known to it, even when the shared memory is emptied meanwhile.
    private readonly Dictionary<long, KnownRecord> _read = [];
    private readonly VerdictsOfSet _verdicts = rules.Verdicts.Of(conditions);

    public override int Ranks { get; } = Enum.GetValues<Verdict>().Length;

    public override bool TryRank(in OpportunityCard card, ref object? learnt, out int? rank)
    {
        rank = null;
        if (learnt is not KnownRecord record || !rules.Records.IsCurrent(record))
        {
            if ((rules.Records.Find(card) ?? _read.GetValueOrDefault(card.Id)) is not { } found)
                return false;
            learnt = record = found;
        }

        var verdict = _verdicts.Of(record);
        if (verdict != Verdict.NotAdvised || withNotAdvised)
            rank = (int)verdict;
        return true;
    }

    public override void Read(in OpportunityCard card, Description description) => _read[card.Id] = rules.Records.Read(card, description);
}
