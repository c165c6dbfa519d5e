namespace Signposting.Store.Search;

/// <summary>Filters to count for.</summary>
/// <param name="Filters">All of them.</param>
/// <param name="Subject">Those that <see cref="FilterCount.Stated"/> asks about.</param>
public readonly record struct FilterVariant(OpportunityFilters Filters, Unstated Subject = Unstated.None);

/// <summary>What filters would leave.</summary>
/// <param name="Passing">That pass, those included that do not say.</param>
/// <param name="Stated">Of these, those that do say.</param>
public readonly record struct FilterCount(int Passing, int Stated);

/// <summary>How many of the nearest opportunities pass each of several filters.</summary>
/// <param name="Counts">In the order of the filters.</param>
/// <param name="Looked">How many opportunities were looked at.</param>
/// <param name="IsAll">False: there are more, further away, that were not.</param>
public sealed record FilterCounts(IReadOnlyList<FilterCount> Counts, int Looked, bool IsAll);
