namespace Signposting.Suitability.Profiles;

/// <summary>What happens to a facet where an activity stands under several others that differ.</summary>
internal enum FacetMerge
{
    /// <summary>The later level wins: levels run from harmless to demanding.</summary>
    MostDemanding,

    /// <summary>The earlier level wins: a benefit counts only when every branch has it.</summary>
    LeastPromised,
}

/// <summary>One thing that a profile says of an activity, with the levels it can have in order.</summary>
public sealed class Facet
{
    private readonly string[] _levels;

    internal Facet(int index, string name, FacetMerge merge, params string[] levels)
    {
        Index = index;
        Name = name;
        Merge = merge;
        _levels = levels;
    }

    /// <summary>As in rule files and answers: <c>falls</c>.</summary>
    public string Name { get; }

    /// <summary>As in rule files and answers, in order: <c>low</c>, <c>medium</c>, <c>high</c>.</summary>
    public IReadOnlyList<string> Levels => _levels;

    internal int Index { get; }

    internal FacetMerge Merge { get; }

    /// <summary>-1 when there is no such level.</summary>
    internal int LevelOf(string name) => Array.IndexOf(_levels, name);
}
