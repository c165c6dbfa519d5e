using Signposting.Api.Conditions;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.SearchPage.Cases;

/// <summary>The pages of the conditions, made from the rules when they are asked for.</summary>
internal sealed class ShowCases(ClinicalRules clinical)
{
    private readonly IReadOnlyList<CaseEntry> _all =
        [.. clinical.Rules.Conditions.All.Select(condition => new CaseEntry(condition.Key, condition.Name, condition.Summary)).OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)];

    public IResult All() => new HtmlPage<CasesPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(CasesPage.Conditions)] = _all });

    /// <param name="key">Or a SNOMED CT code that leads to one.</param>
    public IResult One(string key) => clinical.Rules.Conditions.LookUp(key) switch
    {
        ConditionLookUp.Found { Code: not null } found => PageRedirect.To(PagePaths.OfCondition(found.Condition.Key)),
        ConditionLookUp.Found found => new HtmlPage<CasePage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(CasePage.Case)] = CaseModel.Of(clinical.Rules, found.Condition) }),
        _ => new HtmlPage<NoCasePage>(null, StatusCodes.Status404NotFound),
    };
}
