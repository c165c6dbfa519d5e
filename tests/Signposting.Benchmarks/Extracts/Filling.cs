using Signposting.Store.Usage;

namespace Signposting.Benchmarks.Extracts;

/// <summary>Made-up events in the order of time; four to a contact, as a consultation has.</summary>
/// <param name="OfMonth">How many of them are of the last month.</param>
internal sealed record Filling(int Events, int Months, int Boards, int OfMonth)
{
    private static readonly DateOnly First = new(2025, 1, 1);

    /// <summary>Those of the months before the last.</summary>
    public IEnumerable<UsageEvent> Before() => Between(0, Events - OfMonth, First, First.AddMonths(Months - 1));

    public IEnumerable<UsageEvent> LastMonth() => Between(Events - OfMonth, Events, First.AddMonths(Months - 1), First.AddMonths(Months));

    private IEnumerable<UsageEvent> Between(int from, int to, DateOnly first, DateOnly end)
    {
        var chance = new Random(from);
        for (var number = from; number < to; number++)
            yield return Event(chance, number, first.AddDays((int)((long)(number - from) * (end.DayNumber - first.DayNumber) / (to - from))));
    }

    private UsageEvent Event(Random chance, int number, DateOnly day)
    {
        var contact = number / 4;
        var (board, place, kind) = (contact % Boards, contact / Boards % 160, number % 4);
        return new UsageEvent
        {
            Day = day, Part = PartOfDay.Morning, Client = $"Practice {board}-{place % 80}", Channel = (UsageChannel)(1 + (contact % 3)),
            Kind = kind == 3 ? UsageKind.Signpost : kind == 2 ? UsageKind.View : UsageKind.Search,
            Id = kind == 3 ? $"sp_{number:x16}" : null,
            Conditions = [$"condition-{contact % 7}", $"condition-{(contact % 31) + 7}"],
            Activities = [$"https://openactive.io/activity-list#{contact % 200:x8}-0000-0000-0000-000000000000"],
            Provider = kind < 2 ? null : $"Provider {contact % 500}",
            Opportunity = kind < 2 ? null : "op_7h2kq0v9d3mzt5x8",
            Area = new UsageArea { Icb = $"Q{(char)('A' + (board / 10))}{board % 10}", SubIcb = $"{board}S{place % 5}", Msoa = $"E{board:00}{place:000000}", ImdDecile = 1 + (place % 10), Vintage = new UsageVintage(2021, 2024, 2025) },
            Results = kind < 2 ? new UsageResults(20, true, chance.Next(6), false) : null,
            Distance = kind == 2 ? null : (DistanceBand)(1 + (contact % 5)),
            Contact = [.. BitConverter.GetBytes(contact), .. new byte[12]],
        };
    }
}
