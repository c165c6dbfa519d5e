using Feeds.Sample.Places;

namespace Feeds.Sample.Facilities;

/// <summary>What a facility and its slots must agree on.</summary>
internal readonly record struct FacilityPlan
{
    private const int OpeningMinute = 9 * 60;
    private const int OpenMinutes = 13 * 60;
    private const int Days = 14;
    private const int MostADay = 8;

    public required FacilityTemplate Template { get; init; }

    public required Venue Venue { get; init; }

    /// <summary>How many courts there are.</summary>
    public required int Units { get; init; }

    /// <summary>Whether each court is an IndividualFacilityUse, to which its slots belong.</summary>
    public required bool Nested { get; init; }

    /// <summary>Whether the slots have the prices, instead of the facility.</summary>
    public required bool PricesOnSlots { get; init; }

    public required int Slots { get; init; }

    public required int Pence { get; init; }

    public static FacilityPlan Of(SampleSet set, int index)
    {
        var dice = new Dice(set.Seed, Purpose.Facility, index);
        var venue = dice.Pick(set.FacilityVenues);
        var template = dice.Pick(FacilityTemplate.FoundAt(venue.Kind));
        var units = dice.Between(1, template.Units);
        return new()
        {
            Template = template,
            Venue = venue,
            Units = units,
            Nested = units > 1 && dice.PerMille(600),
            PricesOnSlots = dice.PerMille(500),
            Slots = set.Sizes.SessionsPerOpportunity * dice.Between(25, 45) / 10,
            Pence = dice.Between(template.Pence.Least / 50, template.Pence.Most / 50) * 50,
        };
    }

    /// <summary>The court that a slot is for, from 1 on.</summary>
    public int UnitOf(int slot) => Nested ? (slot % Units) + 1 : 1;

    /// <summary>Slots lie on half hours over the opening hours of two weeks, or longer when there are very many.</summary>
    public (int Day, int Minute) TimeOf(int slot)
    {
        var (turn, turns) = Nested ? (slot / Units, (Slots + Units - 1) / Units) : (slot, Slots);
        var perDay = Math.Clamp((turns + Days - 1) / Days, 1, MostADay);
        var step = OpenMinutes / perDay / 30 * 30;
        return (turn / perDay, OpeningMinute + (turn % perDay * step));
    }
}
