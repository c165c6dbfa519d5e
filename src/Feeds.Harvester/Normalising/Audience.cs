using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Whom it is for: gender, level, accessibility.</summary>
internal static class Audience
{
    private const string AccessibilityList = "https://openactive.io/accessibility-support#";

    /// <summary>Labels of openactive.io/accessibility-support, for records that give the id alone.</summary>
    private static readonly Dictionary<string, string> SupportById = new(StringComparer.Ordinal)
    {
        ["1393f2dc-3fcc-4be9-a99f-f1e51f5ad277"] = "Visual impairment",
        ["2bfb7228-5969-4927-8435-38b5005a8771"] = "Hearing impairment",
        ["dd026873-6713-4ea1-af5a-08901f651d98"] = "Physical impairment",
        ["67902468-fd49-4238-8650-20a22d7f0e40"] = "Learning impairment",
        ["40b9b11f-bdd3-4aeb-8984-2ecf74a14c7a"] = "Mental health issues",
        ["69b689d4-be04-4e6d-be56-4ac72ec82444"] = "Social or behavioural problems",
    };

    /// <summary><c>oa:FemaleOnly</c>, <c>https://openactive.io/FemaleOnly</c>, <c>…/ns#FemaleOnly</c>, "mixed"; null when not understood.</summary>
    internal static GenderRestriction? Gender(JsonValue value) => value.Word(stackalloc char[JsonValues.WordRoom]) switch
    {
        "femaleonly" or "female" or "women" or "women only" => GenderRestriction.Female,
        "maleonly" or "male" or "men" or "men only" => GenderRestriction.Male,
        "norestriction" or "none" or "mixed" or "any" => GenderRestriction.None,
        _ => null,
    };

    /// <summary>What kinds of impairment are supported, as labels.</summary>
    internal static IReadOnlyList<string>? Support(JsonValue value)
    {
        List<string>? labels = null;
        var count = 0;
        foreach (var entry in value.Each())
        {
            if (count++ == NormalisingLimits.Labels)
                break;
            if ((Labels.Of(entry) ?? LabelOfId(entry)) is { } label && labels?.Contains(label, StringComparer.OrdinalIgnoreCase) != true)
                (labels ??= []).Add(label);
        }

        return labels;
    }

    private static string? LabelOfId(JsonValue value)
    {
        var id = value.IsObject() ? value.Get(Property.AtId, Property.Id) : value;
        return id.Line(NormalisingLimits.Url) is { } url && url.StartsWith(AccessibilityList, StringComparison.OrdinalIgnoreCase)
            ? SupportById.GetValueOrDefault(url[AccessibilityList.Length..])
            : null;
    }
}
