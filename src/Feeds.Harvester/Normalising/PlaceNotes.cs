namespace Feeds.Harvester.Normalising;

/// <summary>Codes of the notes that say where a place's position comes from; the value of each but the last two is a position.</summary>
internal static class PlaceNotes
{
    // Positions that were not believed.
    internal const string Zero = "coordinates-zero";
    internal const string OutOfRange = "coordinates-out-of-range";
    internal const string OutsideUk = "coordinates-outside-uk";
    internal const string FarFromPostcode = "coordinates-far-from-postcode";

    // Positions as published, of which another one was made.
    internal const string Swapped = "coordinates-swapped";
    internal const string SignLost = "coordinates-sign-lost";
    internal const string SwappedAndSignLost = "coordinates-swapped-and-sign-lost";

    // Where the position was found.
    internal const string FromName = "coordinates-from-name";
    internal const string OfContainingPlace = "coordinates-of-containing-place";

    internal const string PlacedByPostcode = "placed-by-postcode";

    /// <summary>The address names another country: its postcode proves nothing, though it looks like one of ours.</summary>
    internal const string PostcodeAbroad = "postcode-abroad";
}
