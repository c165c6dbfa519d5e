using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>
/// Breaks records as real publishers do, at their rates: the survey of 174 datasets in June 2026 counted some, the others
/// are our choice (the README of this project says which). What befalls a record follows from the seed, its feed and its
/// number alone.
/// </summary>
internal sealed class OddRecords(long seed)
{
    private static readonly Oddity[] All =
        [.. ParentOddities.All, .. PlaceOddities.All, .. ActivityOddities.All, .. AudienceOddities.All, .. TextOddities.All, .. ShapeOddities.All];

    /// <summary>Makes a record odd in as many ways as its dice say.</summary>
    public void Apply(JsonObject data, string feed, int index)
    {
        var dice = new Dice(seed, Purpose.Oddity, ((long)Number(feed) << 32) + index);
        foreach (var oddity in All)
        {
            if (dice.Below(100_000) < oddity.Per100000)
            {
                oddity.Apply(data, ref dice);
            }
        }
    }

    private static int Number(string feed) => feed.Sum(letter => letter);
}
