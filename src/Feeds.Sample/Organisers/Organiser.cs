using Feeds.Sample.Places;

namespace Feeds.Sample.Organisers;

/// <summary>Somebody who runs classes: a leisure trust, a council team, a charity, a club. All made up.</summary>
internal sealed record Organiser
{
    public const int PerTown = 9;

    /// <summary>The first of a town own venues.</summary>
    public const int Owners = 2;

    /// <summary>The first of a town, owners included, hold classes of any kind; the others keep to their own.</summary>
    public const int Generalists = 5;

    public const int AgeWell = 5;
    public const int WalkingAndRunning = 6;
    public const int HeartAndLung = 7;
    public const int YogaAndPilates = 8;

    private static readonly (string Name, string Host)[] Patterns =
    [
        ("{0} Active Leisure Trust", "active-leisure"),
        ("{0} Council Sport and Wellbeing", "council-sport"),
        ("{0} Community Wellbeing Project", "wellbeing-project"),
        ("Move More {0} CIC", "move-more"),
        ("{0} Sport for All", "sport-for-all"),
        ("Age Well {0}", "age-well"),
        ("{0} Walking and Running Club", "walking-running"),
        ("Heart and Lung Support {0}", "heart-and-lung"),
        ("{0} Yoga and Pilates Collective", "yoga-pilates"),
    ];

    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>A host below example.org, which no one can own (RFC 2606).</summary>
    public required string Host { get; init; }

    public required string Telephone { get; init; }

    public required bool StatesTelephone { get; init; }

    public required bool StatesEmail { get; init; }

    public static int NumberOf(int town, int within) => (town * PerTown) + within;

    public static Organiser Make(long seed, int number)
    {
        var dice = new Dice(seed, Purpose.Organiser, number);
        var town = Towns.All[number / PerTown];
        var (name, host) = Patterns[number % PerTown];
        return new()
        {
            Number = number,
            Name = name.Replace("{0}", town.Name, StringComparison.Ordinal),
            Host = $"{host}.{town.Slug}.example.org",
            Telephone = $"{town.Telephone}{dice.Between(0, 999):000}",
            StatesTelephone = dice.PerMille(850),
            StatesEmail = dice.PerMille(800),
        };
    }
}
