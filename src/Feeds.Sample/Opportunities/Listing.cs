using Feeds.Sample.Classes;
using Feeds.Sample.Places;

namespace Feeds.Sample.Opportunities;

/// <summary>A class at a venue: what a series, a course and an event have in common.</summary>
internal readonly record struct Listing
{
    private const int OnlinePerMille = 30;

    public required ClassTemplate Class { get; init; }

    public required string Name { get; init; }

    public required Venue Venue { get; init; }

    /// <summary>The number of whoever runs it.</summary>
    public required int Organiser { get; init; }

    public required bool Online { get; init; }

    /// <summary>The start in minutes after midnight.</summary>
    public required int Start { get; init; }

    public required int Capacity { get; init; }

    /// <summary>The adult's price; 0 is free.</summary>
    public required int Pence { get; init; }

    public static Listing Draw(SampleSet set, ref Dice dice)
    {
        var venue = dice.Pick(set.Venues);
        var onlineClasses = ClassTemplates.OnlineFrom(venue.Kind);
        var online = dice.PerMille(OnlinePerMille) && onlineClasses.Length > 0;
        var template = dice.Pick(online ? onlineClasses : ClassTemplates.HeldAt(venue.Kind));
        return new()
        {
            Class = template,
            Name = dice.Pick(template.Names),
            Venue = venue,
            Organiser = DrawOrganiser(template, venue, ref dice),
            Online = online,
            Start = template.StartsAt ?? DrawStart(template.When, ref dice),
            Capacity = dice.Between(template.Capacity.Least, template.Capacity.Most),
            Pence = DrawPence(template.Pence, ref dice),
        };
    }

    /// <summary>The first day, not before the given one, on which it may be held; in days after today.</summary>
    public int DayFrom(DateOnly today, int earliest) =>
        Class.Day is { } day ? earliest + (((int)day - (int)today.AddDays(earliest).DayOfWeek + 7) % 7) : earliest;

    private static int DrawOrganiser(ClassTemplate template, Venue venue, ref Dice dice) =>
        dice.PerMille(500) && template.Specialist is { } specialist
            ? Organisers.Organiser.NumberOf(venue.TownNumber, specialist)
            : dice.Pick<int>(venue.Organisers);

    private static int DrawStart(TimeOfDay when, ref Dice dice)
    {
        var (first, quarters) = Pick(when, dice.Below(6)) switch
        {
            TimeOfDay.Early => (6 * 60, 13),
            TimeOfDay.Morning => (9 * 60, 11),
            TimeOfDay.Afternoon => (13 * 60, 11),
            _ => (17 * 60, 13),
        };
        return first + (dice.Below(quarters) * 15);
    }

    private static TimeOfDay Pick(TimeOfDay allowed, int number)
    {
        ReadOnlySpan<TimeOfDay> all = [TimeOfDay.Early, TimeOfDay.Morning, TimeOfDay.Afternoon, TimeOfDay.Evening];
        while (true)
        {
            foreach (var one in all)
            {
                if (allowed.HasFlag(one) && number-- == 0)
                {
                    return one;
                }
            }
        }
    }

    // Prices are multiples of 10 pence, mostly of 50; half of what may be free is free.
    private static int DrawPence((int Least, int Most) range, ref Dice dice)
    {
        if (range.Least == 0 && dice.PerMille(500))
        {
            return 0;
        }

        var step = dice.PerMille(700) ? 50 : 10;
        return range.Most == 0 ? 0 : dice.Between(Math.Max(range.Least, 100) / step, range.Most / step) * step;
    }
}
