using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Conditions;

/// <summary><c>GET /v1/conditions</c> and one of them.</summary>
internal sealed class ReadConditions(ClinicalRules clinical, DataOrigin origin)
{
    private readonly RulesAnswer _rules = RulesAnswer.Of(clinical.Rules);
    private readonly IReadOnlyList<RecordCodeAnswer> _recordCodes = [.. clinical.Rules.RecordCodes.Select(code => new RecordCodeAnswer(code.Use, code.Code, code.Term))];

    public IResult All()
    {
        var answer = new ConditionsAnswer { Rules = _rules, Items = [.. clinical.Rules.Conditions.All.Select(ConditionAnswer.Of)], RecordCodes = _recordCodes, Demo = origin.Demo };
        return new TaggedJson<ConditionsAnswer>(answer, ApiJson.Answers.ConditionsAnswer, EntityTag.Of(answer, ApiJson.Answers.ConditionsAnswer));
    }

    public IResult One(string keyOrCode)
    {
        // A slash in a path stays as it was escaped: that of system|code.
        switch (clinical.Rules.Conditions.LookUp(keyOrCode.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)))
        {
            case ConditionLookUp.Found found:
                var answer = new ConditionDetailAnswer(ConditionAnswer.Of(found.Condition), _rules, _recordCodes, origin.Demo);
                return new TaggedJson<ConditionDetailAnswer>(answer, ApiJson.Answers.ConditionDetailAnswer, EntityTag.Of(answer, ApiJson.Answers.ConditionDetailAnswer));
            case ConditionLookUp.Refused refused:
                return Refusals.ConditionUnknown(refused.Refusal.Text);
            default:
                throw new InvalidOperationException("A condition was neither found nor refused.");
        }
    }
}
