using Signposting.Store.Search;
using Signposting.Suitability.Profiles;

namespace Signposting.Api.Conditions;

/// <summary>Which activities are done indoors and which outdoors, by their profiles; some are both.</summary>
internal sealed class ActivitySettings
{
    private readonly ActivitySetting _indoor;
    private readonly ActivitySetting _outdoor;

    public ActivitySettings(ProfileBook profiles)
    {
        var levels = profiles.Activities.ToDictionary(activity => activity.Id, activity => profiles.TryGet(activity.Id, out var profile) ? profile[Facets.Outdoors] : null);
        var known = levels.Where(level => level.Value is not null).Select(level => level.Key).ToHashSet(StringComparer.Ordinal);
        _indoor = new ActivitySetting(levels.Where(level => level.Value is "no" or "either").Select(level => level.Key).ToHashSet(StringComparer.Ordinal), known);
        _outdoor = new ActivitySetting(levels.Where(level => level.Value is "yes" or "either").Select(level => level.Key).ToHashSet(StringComparer.Ordinal), known);
    }

    /// <param name="setting"><c>indoor</c> or <c>outdoor</c>; null: not asked for.</param>
    public ActivitySetting? Of(string? setting) => setting switch { null => null, "indoor" => _indoor, _ => _outdoor };
}
