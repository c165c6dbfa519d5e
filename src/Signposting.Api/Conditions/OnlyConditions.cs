using Microsoft.AspNetCore.WebUtilities;
using Signposting.Api.Opportunities;
using Signposting.Api.Problems;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Conditions;

/// <summary>For addresses whose only parameter is <c>condition</c>.</summary>
internal static class OnlyConditions
{
    /// <returns>Null when none was sent, or when <paramref name="errors"/> holds something.</returns>
    public static ConditionSet? Read(HttpContext http, ConditionList list, ParameterErrors errors)
    {
        var sent = new List<string>();
        foreach (var pair in new QueryStringEnumerable(http.Request.QueryString.Value))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (name != SearchParameters.Condition.Name)
                errors.Add(name.Length <= 50 ? name : name[..50] + "…", "there is no such parameter here; condition is the only one");
            else if (value.Length > SearchLimits.MostCharacters || sent.Count >= SearchLimits.MostRepeats)
                errors.Add(name, $"send at most {SearchLimits.MostRepeats} of at most {SearchLimits.MostCharacters} characters");
            else
                sent.Add(value);
        }

        return ConditionParameter.Read(list, sent, errors);
    }
}
