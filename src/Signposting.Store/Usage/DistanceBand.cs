namespace Signposting.Store.Usage;

/// <summary>How far, as coarse as it is kept. The numbers are stored.</summary>
public enum DistanceBand : byte
{
    /// <summary>Less than 1 km.</summary>
    Under1 = 1,

    /// <summary>1 km to less than 3 km.</summary>
    From1To3 = 2,

    /// <summary>3 km to less than 5 km.</summary>
    From3To5 = 3,

    /// <summary>5 km to less than 10 km.</summary>
    From5To10 = 4,

    /// <summary>10 km or more.</summary>
    From10 = 5,
}

/// <summary>Bands of distances.</summary>
public static class DistanceBands
{
    public static DistanceBand Of(double metres) => metres switch
    {
        < 1_000 => DistanceBand.Under1,
        < 3_000 => DistanceBand.From1To3,
        < 5_000 => DistanceBand.From3To5,
        < 10_000 => DistanceBand.From5To10,
        _ => DistanceBand.From10,
    };
}
