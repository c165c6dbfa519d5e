using Signposting.Store.Opportunities;

namespace Signposting.Store.Search;

/// <summary>
/// What filters ask of a description, in 64 bits beside the spatial index, so that a filter need not read the record.
/// 0: nothing is stated. From the lowest bit: ages stated (1), least age (7), greatest age (7; 127: none), gender (2), levels stated (1),
/// levels (3), accessibility stated (1), accessibility (6), wheelchair (2), free (2), price stated (1), least price in pence (24), coached (2).
/// </summary>
internal readonly record struct Facets(long Bits)
{
    private const int NoAge = 127;
    private const int MostPence = (1 << 24) - 1;

    public bool HasAges => Get(0, 1) == 1;

    public int MinAge => Get(1, 7);

    public int MaxAge => Get(8, 7) == NoAge ? int.MaxValue : Get(8, 7);

    public GenderRestriction? Gender => Get(15, 2) is > 0 and var gender ? (GenderRestriction)gender : null;

    public Levels? Levels => Get(17, 1) == 1 ? (Levels)Get(18, 3) : null;

    public Accessibility? Accessibility => Get(21, 1) == 1 ? (Accessibility)Get(22, 6) : null;

    public bool? Wheelchair => Bool(28);

    public bool? Free => Bool(30);

    /// <summary>Pounds.</summary>
    public decimal? MinPrice => Get(32, 1) == 1 ? Get(33, 24) / 100m : null;

    public bool? Coached => Bool(57);

    public static Facets Of(Description description)
    {
        var bits = 0L;
        if (description.AgeRange is { } ages)
        {
            Set(0, 1);
            Set(1, Math.Clamp(ages.Min ?? 0, 0, NoAge));
            Set(8, Math.Clamp(ages.Max ?? NoAge, 0, NoAge));
        }

        Set(15, (int)(description.Gender ?? 0));
        if (LevelsOf(description.Levels) is { } levels)
        {
            Set(17, 1);
            Set(18, (int)levels);
        }

        if (description.AccessibilitySupport is { Count: > 0 } support)
        {
            Set(21, 1);
            Set(22, (int)AccessibilityOf(support));
        }

        Set(28, Code(description.IsWheelchairAccessible));
        var price = LeastPrice(description);
        Set(30, Code(FreeOf(description, price)));
        if (price is { } pounds)
        {
            Set(32, 1);
            Set(33, (int)Math.Clamp(Math.Ceiling(pounds * 100), 0, MostPence));
        }

        Set(57, Code(description.IsCoached));
        return new Facets(bits);

        void Set(int at, int value) => bits |= (long)value << at;
    }

    /// <summary>The least price in pounds; null when none is stated.</summary>
    public static decimal? LeastPrice(Description description)
    {
        decimal? least = description.IsAccessibleForFree == true ? 0 : null;
        if (description.Offers is not { } offers)
            return least;
        for (var i = 0; i < offers.Count; i++)
        {
            if (offers[i] is { Price: { } price } offer && (offer.Currency ?? "GBP") == "GBP" && !(price >= least))
                least = price;
        }

        return least;
    }

    private static bool? FreeOf(Description description, decimal? price) =>
        description.IsAccessibleForFree ?? (price is { } least ? least == 0 : null);

    /// <summary>Null when no word is understood: a publisher's own grades tell nothing.</summary>
    private static Levels? LevelsOf(IReadOnlyList<string>? words)
    {
        var levels = Search.Levels.None;
        foreach (var word in words ?? [])
        {
            levels |= Has(word, "beginner") ? Search.Levels.Beginner : 0;
            levels |= Has(word, "intermediate") ? Search.Levels.Intermediate : 0;
            levels |= Has(word, "advanced") ? Search.Levels.Advanced : 0;
            levels |= Has(word, "all levels") || Has(word, "all abilities") || Has(word, "any level") || Has(word, "mixed") ? Search.Levels.All : 0;
        }

        return levels == Search.Levels.None ? null : levels;
    }

    private static Accessibility AccessibilityOf(IReadOnlyList<string> labels)
    {
        var support = Search.Accessibility.None;
        foreach (var label in labels)
        {
            support |= Has(label, "visual") ? Search.Accessibility.Visual : 0;
            support |= Has(label, "hearing") ? Search.Accessibility.Hearing : 0;
            support |= Has(label, "physical") ? Search.Accessibility.Physical : 0;
            support |= Has(label, "learning") ? Search.Accessibility.Learning : 0;
            support |= Has(label, "mental") ? Search.Accessibility.MentalHealth : 0;
            support |= Has(label, "social") || Has(label, "behaviour") ? Search.Accessibility.Social : 0;
        }

        return support;
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static int Code(bool? value) => value switch { null => 0, false => 1, true => 2 };

    private int Get(int at, int length) => (int)((Bits >> at) & ((1L << length) - 1));

    private bool? Bool(int at) => Get(at, 2) switch { 1 => false, 2 => true, _ => null };
}
