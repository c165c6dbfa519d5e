namespace Signposting.Suitability.Profiles;

/// <summary>Everything that a profile says.</summary>
public static class Facets
{
    private static readonly List<Facet> List = [];

    /// <summary>From the MET value: light below 3, moderate below 6, vigorous below 9.</summary>
    public static Facet Intensity { get; } = Demand("intensity", "light", "moderate", "vigorous", "very-vigorous");

    /// <summary>Bouts of high intensity with rests between.</summary>
    public static Facet Intervals { get; } = Demand("intervals", "no", "yes");

    /// <summary>On joints and bones: high is running and jumping.</summary>
    public static Facet Impact { get; } = Demand("impact", "none", "low", "high");

    /// <summary>With other people.</summary>
    public static Facet Contact { get; } = Demand("contact", "none", "some", "full");

    /// <summary>Risk of a fall.</summary>
    public static Facet Falls { get; } = Demand("falls", "low", "medium", "high");

    public static Facet Ground { get; } = Demand("ground", "even", "uneven");

    /// <summary>Repeated or far bending and twisting of the spine.</summary>
    public static Facet Flexion { get; } = Demand("flexion", "low", "some", "high");

    /// <summary>Heavy or held effort with breath and blood pressure behind it.</summary>
    public static Facet Straining { get; } = Demand("straining", "none", "some", "heavy");

    /// <summary>Lying flat.</summary>
    public static Facet Lying { get; } = Demand("lying", "no", "some", "mostly");

    /// <summary>Beside, on or in open water is open; under is diving with a breathing set or held breath.</summary>
    public static Facet Water { get; } = Demand("water", "none", "pool", "open", "under");

    public static Facet Heat { get; } = Demand("heat", "none", "warm", "hot");

    public static Facet Cold { get; } = Demand("cold", "no", "yes");

    public static Facet Height { get; } = Demand("height", "no", "yes");

    /// <summary>Done on a seat only, on a seat if wanted, or not on a seat.</summary>
    public static Facet Seated { get; } = Demand("seated", "only", "option", "no");

    public static Facet Balance { get; } = Benefit("balance");

    public static Facet Strength { get; } = Benefit("strength");

    public static Facet Aerobic { get; } = Benefit("aerobic");

    public static Facet Flexibility { get; } = Benefit("flexibility");

    /// <summary>Usually done with others.</summary>
    public static Facet Social { get; } = Benefit("social");

    public static Facet Outdoors { get; } = Demand("outdoors", "no", "either", "yes");

    public static Facet Equipment { get; } = Demand("equipment", "none", "simple", "specialist");

    /// <summary>Whom it is for: see the audiences of the rules.</summary>
    public static Facet Audience { get; } = Demand("audience", "anyone", "pregnancy", "postnatal", "cardiac", "pulmonary", "sight-loss", "deaf", "children");

    /// <summary>No for what is not bodily exercise, such as a sauna or a crèche: the rules say little of it.</summary>
    public static Facet Exercise { get; } = Demand("exercise", "yes", "no");

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Facet> All => List;

    /// <summary>Null when there is none of that name.</summary>
    internal static Facet? Named(string name) => List.Find(facet => facet.Name == name);

    private static Facet Demand(string name, params string[] levels) => Add(new Facet(List.Count, name, FacetMerge.MostDemanding, levels));

    private static Facet Benefit(string name) => Add(new Facet(List.Count, name, FacetMerge.LeastPromised, "no", "yes"));

    private static Facet Add(Facet facet)
    {
        List.Add(facet);
        return facet;
    }
}
