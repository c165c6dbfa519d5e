using System.Globalization;

namespace Signposting.Api.SearchPage.Wording;

/// <summary>Distances in miles, as people in Britain say them.</summary>
internal static class DistanceWords
{
    public const double MetresInMile = 1609.344;

    /// <summary>"0.4 miles", "3 miles"; in a straight line.</summary>
    public static string Of(double metres)
    {
        var miles = metres / MetresInMile;
        return miles switch
        {
            < 0.1 => "less than 0.1 miles",
            < 10 => Miles(Math.Round(miles, 1)),
            _ => Miles(Math.Round(miles)),
        };
    }

    /// <summary>A radius as the person chose it: "5 miles".</summary>
    public static string OfRadius(double kilometres) => Miles(Math.Round(kilometres * 1000 / MetresInMile, 1));

    private static string Miles(double miles) =>
        string.Create(CultureInfo.InvariantCulture, $"{miles:0.#} {(Math.Abs(miles - 1) < 0.05 ? "mile" : "miles")}");
}
