namespace Signposting.Suitability.Profiles;

/// <summary>What an activity asks of a body and offers it: one level for each of <see cref="Facets.All"/>. Immutable.</summary>
public sealed class Profile
{
    private readonly byte[] _levels;

    internal Profile(Met met, byte[] levels)
    {
        Met = met;
        _levels = levels;
    }

    public Met Met { get; }

    /// <summary>The name of the level.</summary>
    public string this[Facet facet]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(facet);
            return facet.Levels[_levels[facet.Index]];
        }
    }

    /// <summary>Every facet by name with the name of its level, in order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Levels => Facets.All.Select(facet => KeyValuePair.Create(facet.Name, this[facet]));

    internal ReadOnlySpan<byte> Raw => _levels;

    internal int Level(Facet facet) => _levels[facet.Index];

    internal byte[] CopyLevels() => [.. _levels];
}
