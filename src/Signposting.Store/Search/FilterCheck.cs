using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>Whether a candidate passes the filters that its card can decide, and which of them only because nothing is stated.</summary>
internal sealed class FilterCheck(OpportunityFilters filters, IReadOnlySet<int>? wantedSetting, IReadOnlySet<int>? knownSetting)
{
    private const int Adult = 18;

    /// <returns>Null: it does not pass.</returns>
    public Unstated? Of(Candidate candidate)
    {
        var facets = candidate.Facets;
        var unstated = Unstated.None;
        var passes = (filters.OnlyFor is null || facets.Gender == filters.OnlyFor)
            && Ages(facets, ref unstated)
            && Passes(Gender(facets), Unstated.Gender, ref unstated)
            && Passes(filters.Levels == 0 ? true : facets.Levels is { } levels ? (levels & filters.Levels) != 0 : null, Unstated.Level, ref unstated)
            && Passes(Accessible(facets), Unstated.Accessibility, ref unstated)
            && Passes(Same(filters.Wheelchair, facets.Wheelchair), Unstated.Wheelchair, ref unstated)
            && Passes(Same(filters.Free, facets.Free), Unstated.Free, ref unstated)
            && Passes(filters.MaxPrice is { } most ? facets.MinPrice is { } price ? price <= most : facets.Free == true ? true : null : true, Unstated.MaxPrice, ref unstated)
            && Passes(Same(filters.Coached, facets.Coached), Unstated.Coached, ref unstated)
            && Passes(Setting(candidate.Activities), Unstated.Setting, ref unstated)
            && (filters.Words is not { } words || candidate.Words is not { } signature || words.MayBeIn(signature));
        return passes ? unstated : null;
    }

    /// <summary>An unknown value passes and is noted, or does not when only stated ones count.</summary>
    private bool Passes(bool? verdict, Unstated filter, ref Unstated unstated)
    {
        if (verdict is { } known)
            return known;
        unstated |= filter;
        return !filters.StatedOnly;
    }

    private bool Ages(Facets facets, ref Unstated unstated)
    {
        if (filters.Age is not { } age)
            return true;
        if (facets.HasAges)
            return age >= facets.MinAge && age <= facets.MaxAge;
        return age >= Adult && Passes(null, Unstated.Age, ref unstated);
    }

    private bool? Gender(Facets facets) => filters.Gender is null
        ? true
        : facets.Gender is { } restriction ? restriction == GenderRestriction.None || restriction == filters.Gender : null;

    private bool? Accessible(Facets facets) => filters.Accessibility == 0
        ? true
        : facets.Accessibility is { } support ? (support & filters.Accessibility) == filters.Accessibility : null;

    private bool? Setting(int[] activities)
    {
        if (wantedSetting is null)
            return true;
        if (Array.Exists(activities, wantedSetting.Contains))
            return true;
        return Array.Exists(activities, knownSetting!.Contains) ? false : null;
    }

    private static bool? Same(bool? wanted, bool? stated) => wanted is null ? true : stated is null ? null : stated == wanted;
}
