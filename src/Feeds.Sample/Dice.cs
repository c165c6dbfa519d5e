namespace Feeds.Sample;

/// <summary>What a number is drawn for: each purpose has a sequence of its own, so that adding one changes no other.</summary>
internal enum Purpose
{
    Venue = 1,
    Organiser,
    Postcode,
    Series,
    SeriesDetail,
    Session,
    Facility,
    FacilityDetail,
    Slot,
    Course,
    Event,
    OnDemand,
    Oddity,
    Live,
    LiveEdit,
}

/// <summary>
/// A sequence of numbers that depends on nothing but the seed, the purpose and the index, so that any item can be made
/// without the ones before it. The mixing function is SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
internal struct Dice(long seed, Purpose purpose, long index)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix((ulong)seed + (Golden * (ulong)purpose)) ^ (ulong)index);

    /// <summary>A whole number from 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        _state += Golden;
        return (int)Math.BigMul(Mix(_state), (ulong)count, out _);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool PerMille(int share) => Below(1000) < share;

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Fraction() => Below(1 << 30) / (double)(1 << 30);

    public T Pick<T>(ReadOnlySpan<T> from) => from[Below(from.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
