using System.Text;
using Signposting.Suitability.Profiles;

namespace Signposting.Suitability.Documents;

/// <summary>The profile of every activity after branches have handed theirs down.</summary>
internal static class ProfileTable
{
    internal static string Of(Rules rules)
    {
        var text = new StringBuilder();
        text.AppendRow(["activity", "met", "metSource", .. Facets.All.Select(facet => facet.Name)]);
        foreach (var (index, activity) in rules.Profiles.Activities.Index())
        {
            var profile = rules.Profiles[index];
            var source = profile.Met.Code is { } code ? $"2011 Compendium {code}" : "estimate";
            text.AppendRow([activity.PrefLabel, profile.Met.ToString(), source, .. profile.Levels.Select(level => level.Value)]);
        }

        return text.ToString();
    }
}
