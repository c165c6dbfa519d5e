using Signposting.Store.Usage;

namespace Signposting.Usage.Contacts;

/// <summary>Names of distance bands, in km.</summary>
internal static class Bands
{
    public static string NameOf(DistanceBand? band) => band switch
    {
        DistanceBand.Under1 => "under-1",
        DistanceBand.From1To3 => "1-to-3",
        DistanceBand.From3To5 => "3-to-5",
        DistanceBand.From5To10 => "5-to-10",
        DistanceBand.From10 => "10-or-more",
        _ => Words.NotKnown,
    };
}
