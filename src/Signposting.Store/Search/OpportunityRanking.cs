using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// Ranks opportunities by what they are, for a caller who knows more than the store: the store knows no conditions.
/// One instance serves one search; what it learns from records it may keep, by id and version, for later ones.
/// </summary>
public abstract class OpportunityRanking
{
    /// <summary>How many ranks there are; at most 255.</summary>
    public abstract int Ranks { get; }

    /// <summary>Tells the rank from what is known already.</summary>
    /// <param name="card">The opportunity.</param>
    /// <param name="learnt">
    /// What a ranking left here for this version of the record when it was last asked, or null: the store keeps it with the card for a while,
    /// for every later search, so that it must hold whatever is asked for.
    /// </param>
    /// <param name="rank">0 comes first; null: not to be offered.</param>
    /// <returns>False: the record must be read first (<see cref="Read"/>).</returns>
    public abstract bool TryRank(in OpportunityCard card, ref object? learnt, out int? rank);

    /// <summary>Reads the record; afterwards <see cref="TryRank"/> succeeds.</summary>
    public abstract void Read(in OpportunityCard card, Description description);
}

/// <summary>What the spatial index knows of an opportunity.</summary>
/// <param name="Id">Row id in this store.</param>
/// <param name="Version">Changes whenever the record does.</param>
public readonly record struct OpportunityCard(long Id, long Version);
