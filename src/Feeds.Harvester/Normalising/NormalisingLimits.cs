using Feeds.Harvester.Json;

namespace Feeds.Harvester.Normalising;

/// <summary>How much of a record is kept; what goes beyond is cut or left out, never an error of the program.</summary>
internal static class NormalisingLimits
{
    internal const int JsonDepth = JsonTokens.MostLevels;
    internal const int Sessions = 1_000;
    internal const int Fragments = 500;
    internal const int ParentLevels = 3;
    internal const int PlaceLevels = 3;

    internal const int Name = 300;
    internal const int Text = 5_000;
    internal const int Note = 2_000;
    internal const int Label = 100;
    internal const int Url = 2_000;
    internal const int Email = 254;
    internal const int Telephone = 50;
    internal const int Postcode = 20;
    internal const int GivenName = 40;
    internal const int QuotedValue = 200;

    internal const int Activities = 10;
    internal const int Labels = 20;
    internal const int Offers = 20;
    internal const int Amenities = 30;
    internal const int Repairs = 10;
    internal const int Schedules = 6;
    internal const int ScheduleJsonBytes = 8 * 1024;

    internal const decimal Price = 10_000m;
    internal const int FirstYear = 2000;
    internal const int LastYear = 2100;

    /// <summary>A longer <c>duration</c> is a mistake of the publisher; courses of a year exist.</summary>
    internal static readonly TimeSpan Duration = TimeSpan.FromDays(400);
}
