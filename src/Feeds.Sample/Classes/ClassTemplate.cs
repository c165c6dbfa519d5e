using Feeds.Sample.Activities;
using Feeds.Sample.Places;

namespace Feeds.Sample.Classes;

/// <summary>When in the day a class is held.</summary>
[Flags]
internal enum TimeOfDay
{
    Early = 1,
    Morning = 2,
    Afternoon = 4,
    Evening = 8,
    Daytime = Morning | Afternoon,
    Any = Morning | Afternoon | Evening,
}

internal enum Gender
{
    Anyone,
    Women,
    Men,
}

/// <summary>A class as many venues hold it.</summary>
/// <param name="Names">The names it goes by.</param>
/// <param name="Description">What a person reads, 60 to 320 characters.</param>
internal sealed record ClassTemplate(ActivityConcept Activity, string[] Names, string Description)
{
    /// <summary>Which of a town's organisers makes this its business, beside those that hold anything: see <see cref="Organisers.Organiser"/>.</summary>
    public int? Specialist { get; init; }

    /// <summary>Any one of these is enough to hold it.</summary>
    public required Setting Needs { get; init; }

    public int Minutes { get; init; } = 60;

    /// <summary>The only time it starts at, in minutes after midnight.</summary>
    public int? StartsAt { get; init; }

    public TimeOfDay When { get; init; } = TimeOfDay.Any;

    /// <summary>The only day of the week it is held on.</summary>
    public DayOfWeek? Day { get; init; }

    public (int Least, int Most) Capacity { get; init; } = (10, 24);

    /// <summary>The adult's price in pence, from and to; 0 is free.</summary>
    public (int Least, int Most) Pence { get; init; } = (400, 800);

    public int? MinAge { get; init; }

    public int? MaxAge { get; init; }

    public string? Level { get; init; }

    public Gender For { get; init; }

    /// <summary>Made for people with an impairment or a long-term condition: says so more often.</summary>
    public bool Inclusive { get; init; }

    /// <summary>Can be joined by video.</summary>
    public bool Online { get; init; }

    /// <summary>How often it is found, next to others.</summary>
    public int Weight { get; init; } = 4;
}
