namespace Signposting.Suitability.Verdicts;

/// <summary>All activities that the rules know, by their verdict for one set of conditions: what a store can be asked for, tier by tier.</summary>
public sealed class ActivitySets
{
    private readonly HashSet<string>[] _byVerdict;

    internal ActivitySets(HashSet<string>[] byVerdict) => _byVerdict = byVerdict;

    /// <summary>Canonical ids; empty for every verdict where the conditions want no activities at all.</summary>
    public IReadOnlySet<string> this[Verdict verdict] => _byVerdict[(int)verdict];
}
