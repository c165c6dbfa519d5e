namespace Feeds.Sample.Opportunities;

/// <summary>What a series and its sessions must agree on: the class, the days of the week, the times.</summary>
internal readonly record struct SeriesPlan
{
    private const int Weeks = 4;

    // Days after the first, for a class held once to seven times a week.
    private static readonly int[][] _patterns = [[0], [0, 3], [0, 2, 4], [0, 1, 3, 5], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6]];

    public required Listing Listing { get; init; }

    /// <summary>How many sessions are published.</summary>
    public required int Sessions { get; init; }

    /// <summary>Days from today to the first session, 0 to 6.</summary>
    public required int FirstDay { get; init; }

    /// <summary>How many in a week fall on different days.</summary>
    public int DaysAWeek => Math.Clamp((Sessions + Weeks - 1) / Weeks, 1, _patterns.Length);

    public static SeriesPlan Of(SampleSet set, int index)
    {
        var dice = new Dice(set.Seed, Purpose.Series, index);
        var listing = Listing.Draw(set, ref dice);
        var sessions = DrawSessions(set.Sizes.SessionsPerOpportunity, ref dice);
        return new()
        {
            Listing = listing,
            Sessions = listing.Class.Day is null ? sessions : Math.Min(sessions, Weeks),
            FirstDay = listing.DayFrom(set.Today, listing.Class.Day is null ? dice.Below(7) : 0),
        };
    }

    public (int Day, int Minute) TimeOf(int session)
    {
        var perDay = ((Sessions - 1) / (Weeks * DaysAWeek)) + 1;
        var date = session / perDay;
        var day = FirstDay + (date / DaysAWeek * 7) + _patterns[DaysAWeek - 1][date % DaysAWeek];
        return (day, perDay == 1 ? Listing.Start : Spread(session % perDay, perDay));
    }

    /// <summary>The days of the week on which it is held, as days after today.</summary>
    public IEnumerable<int> DaysOfFirstWeek()
    {
        var first = FirstDay;
        return _patterns[DaysAWeek - 1].Select(after => first + after);
    }

    // Several on one day: over the hours from six to ten in the evening.
    private static int Spread(int number, int perDay) => (6 * 60) + (number * 16 * 60 / perDay);

    // With the default of ten for each opportunity, series have 9.3: 4, 8, 12, 20 or 25.
    private static int DrawSessions(int average, ref Dice dice) => average * dice.Below(100) switch
    {
        < 40 => 4,
        < 65 => 8,
        < 83 => 12,
        < 96 => 20,
        _ => 25,
    } / 10;
}
