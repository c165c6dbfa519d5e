using Signposting.Store.Usage;
using Signposting.Usage.Contacts;
using Signposting.Usage.Counting;

namespace Signposting.Usage.Tests.Building;

/// <summary>What a made-up month is like.</summary>
/// <param name="Breadth">How many different values each dimension may have.</param>
/// <param name="Skew">1: all values are as likely; more: the first ones are.</param>
public sealed record MonthShape(int Seed, int Contacts, int Breadth, int Skew, bool ManyConditions);

/// <summary>Made-up months: small and skewed ones, because in those little can be hidden.</summary>
internal static class Months
{
    private static readonly UsageVintage Vintage = new(2021, 2024, 2025);
    private static readonly (int Least, int Most)[] Sizes = [(1, 40), (20, 150), (100, 600)];
    private static readonly string[] Conditions = ["copd", "falls", "hypertension", "low-back-pain", "osteoarthritis", "type-2-diabetes"];

    /// <summary>The same shape for the same number, always.</summary>
    public static MonthShape Shape(int number)
    {
        var chance = new Random(number);
        var (least, most) = Sizes[chance.Next(Sizes.Length)];
        return new MonthShape(chance.Next(), chance.Next(least, most + 1), 1 + chance.Next(6), 1 + chance.Next(4), chance.Next(2) == 0);
    }

    public static MonthCounts Of(MonthShape shape, bool isNational = false)
    {
        var day = new ContactsOfDay();
        foreach (var usage in EventsOf(shape))
            day.Add(usage);
        var month = new MonthCounts(isNational);
        month.Add(day);
        return month;
    }

    public static IEnumerable<UsageEvent> EventsOf(MonthShape shape)
    {
        var chance = new Random(shape.Seed);
        for (var contact = 0; contact < shape.Contacts; contact++)
        {
            var key = BitConverter.GetBytes(contact);
            var first = EventOf(chance, shape) with { Area = AreaOf(chance, shape), Conditions = ConditionsOf(chance, shape), Contact = key };
            yield return first;
            for (var more = chance.Next(3); more > 0; more--)
                yield return EventOf(chance, shape) with { Area = first.Area, Conditions = first.Conditions, Contact = key };
        }
    }

    /// <summary>What came late for a month, as the next three months count it: apart from the month, and each of these apart from the others.</summary>
    public static IEnumerable<(string Month, Counts Counts)> LateFor(MonthShape shape)
    {
        var chance = new Random(shape.Seed);
        for (var later = 0; later < 3; later++)
        {
            var contacts = 1 + Pick(chance, 20, shape);
            yield return ("2026-10", new Counts(contacts, chance.Next(2 * contacts), chance.Next(contacts)));
        }
    }

    /// <summary>Of the searches of a month, how many met each of some gaps.</summary>
    public static IEnumerable<long> GapsOf(MonthShape shape)
    {
        var chance = new Random(shape.Seed);
        var searches = EventsOf(shape).Count(usage => usage.Kind == UsageKind.Search);
        return Enumerable.Range(0, 8).Select(_ => (long)Pick(chance, searches + 1, shape)).ToList();
    }

    private static UsageEvent EventOf(Random chance, MonthShape shape)
    {
        var kind = (UsageKind)(1 + Pick(chance, 3, shape));
        var found = Pick(chance, 5, shape);
        return new UsageEvent
        {
            Day = new DateOnly(2026, 10, 1), Part = PartOfDay.Morning, Contact = [], Kind = kind,
            Channel = (UsageChannel)(1 + Pick(chance, 3, shape)),
            Activities = [.. Enumerable.Range(0, Pick(chance, 3, shape)).Select(_ => $"activity-{Pick(chance, shape.Breadth, shape)}").Distinct()],
            Provider = kind == UsageKind.Search ? null : $"Provider {Pick(chance, shape.Breadth, shape)}",
            Results = kind == UsageKind.Search ? new UsageResults(found, false, found, false) : null,
            Distance = found == 0 ? null : (DistanceBand)(1 + Pick(chance, 3, shape)),
        };
    }

    private static UsageArea AreaOf(Random chance, MonthShape shape)
    {
        if (Pick(chance, 8, shape) == 5)
            return UsageArea.NotKnown(chance.Next(2) == 0 ? "QWO" : null);
        var subIcb = Pick(chance, Math.Min(3, shape.Breadth), shape);
        return new UsageArea { Icb = $"Q{subIcb}A", SubIcb = $"0{subIcb}X", Msoa = $"E0200{subIcb}{Pick(chance, shape.Breadth, shape)}", ImdDecile = 1 + Pick(chance, shape.Breadth + 2, shape), Vintage = Vintage };
    }

    private static string[] ConditionsOf(Random chance, MonthShape shape)
    {
        var count = shape.ManyConditions ? chance.Next(4) : Math.Min(1, Pick(chance, 6, shape));
        return [.. Enumerable.Range(0, count).Select(_ => Conditions[Pick(chance, shape.Breadth, shape)]).Distinct().Order(StringComparer.Ordinal)];
    }

    private static int Pick(Random chance, int values, MonthShape shape) => (int)(values * Math.Pow(chance.NextDouble(), shape.Skew));
}
