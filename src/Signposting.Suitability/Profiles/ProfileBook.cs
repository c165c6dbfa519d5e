using System.Diagnostics.CodeAnalysis;
using OpenActive.Vocabulary;

namespace Signposting.Suitability.Profiles;

/// <summary>The profile of every activity that the rules know.</summary>
public sealed class ProfileBook
{
    private readonly Dictionary<string, int> _indexes;
    private readonly Concept[] _concepts;
    private readonly Profile[] _profiles;

    internal ProfileBook(Concept[] concepts, Profile[] profiles)
    {
        _concepts = concepts;
        _profiles = profiles;
        _indexes = concepts.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The activities, ordered by label.</summary>
    public IReadOnlyList<Concept> Activities => _concepts;

    /// <summary>Takes the canonical id of an activity.</summary>
    public bool TryGet(string activityId, [NotNullWhen(true)] out Profile? profile)
    {
        var index = IndexOf(activityId);
        profile = index < 0 ? null : _profiles[index];
        return profile is not null;
    }

    internal Profile this[int index] => _profiles[index];

    /// <summary>-1 when the rules do not know it.</summary>
    internal int IndexOf(string activityId) => _indexes.GetValueOrDefault(activityId, -1);
}
