using System.Buffers.Binary;
using OpenActive.Vocabulary;
using Signposting.Api.Hosting;
using Signposting.Store;
using Signposting.Store.Areas;
using Signposting.Store.Usage;

namespace Signposting.Api.Demo;

/// <summary>Made-up usage from the first day of the last month until yesterday, so that an analyst has tables to try. The same on the same day.</summary>
internal static class DemoUsage
{
    private const int ContactsOfDay = 80;
    private const int AtOnce = 2_000;

    private static readonly string[] Conditions = ["type-2-diabetes", "hypertension", "osteoarthritis", "falls", "low-back-pain", "copd"];
    private static readonly string[] Activities = ["Walking", "Swimming", "Yoga", "Tai Chi", "Badminton"];
    private static readonly string[] Providers = ["Aire Leisure (made up)", "Don Valley Walks (made up)", "Calder Swimming (made up)", "Moorside Community Centre (made up)"];

    /// <returns>How many events there are.</returns>
    public static async Task<int> FillAsync(SpatialStore store, TimeProvider time, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(LondonTime.Now(time).DateTime);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var (chance, count) = (new Random(1), 0);
        var days = Enumerable.Range(0, today.DayNumber - first.DayNumber).Select(first.AddDays);
        foreach (var some in days.SelectMany(day => OfDay(day, chance)).Chunk(AtOnce))
        {
            await store.RecordUsageAsync(some, durable: false, cancel);
            count += some.Length;
        }

        return count;
    }

    private static IEnumerable<UsageEvent> OfDay(DateOnly day, Random chance) =>
        Enumerable.Range(0, ContactsOfDay).SelectMany(number => OfContact(day, number, chance));

    /// <summary>A search or two; in most cases somebody is then sent somewhere.</summary>
    private static IEnumerable<UsageEvent> OfContact(DateOnly day, int number, Random chance)
    {
        var search = Search(day, number, chance);
        for (var searches = chance.Next(1, 3); searches > 0; searches--)
            yield return search;
        if (search.Results!.Suited == 0 || chance.Next(3) == 0)
            yield break;
        yield return search with
        {
            Id = $"sp_{day:yyyyMMdd}{number:00000000}", Kind = UsageKind.Signpost, Opportunity = "op_madeup", Provider = Providers[Few(chance, Providers.Length)], Results = null,
        };
    }

    private static UsageEvent Search(DateOnly day, int number, Random chance)
    {
        var area = DemoAreas.All.ElementAt(Few(chance, DemoAreas.All.Count));
        var suited = Math.Max(0, chance.Next(-1, 8));
        var key = new byte[ContactKey.Bytes];
        BinaryPrimitives.WriteInt32BigEndian(key, number);
        return new UsageEvent
        {
            Day = day, Part = (PartOfDay)chance.Next(2, 4), Client = $"Practice {Few(chance, 9) + 1} (made up)", Kind = UsageKind.Search, Channel = (UsageChannel)(1 + Few(chance, 3)),
            Conditions = [.. Enumerable.Range(0, chance.Next(0, 3)).Select(_ => Conditions[Few(chance, Conditions.Length)]).Distinct().Order(StringComparer.Ordinal)],
            Activities = chance.Next(4) == 0 ? [] : [IdOf(Activities[Few(chance, Activities.Length)])],
            Area = chance.Next(12) == 0 ? UsageArea.NotKnown(area.Icb.Ods) : UsageAreaOf(area),
            Results = new UsageResults(suited, false, suited, false),
            Distance = suited == 0 ? null : (DistanceBand)(1 + Few(chance, 5)),
            Contact = key,
        };
    }

    private static UsageArea UsageAreaOf(Area area) =>
        new() { Msoa = area.Msoa, SubIcb = area.SubIcb.Ods, Icb = area.Icb.Ods, ImdDecile = area.ImdDecile, Vintage = new UsageVintage(2021, 2024, 2025) };

    private static string IdOf(string label) => ActivityList.BuiltIn.All.First(concept => concept.PrefLabel == label).Id;

    /// <summary>The first ones more often than the last.</summary>
    private static int Few(Random chance, int values) => (int)(values * Math.Pow(chance.NextDouble(), 1.5));
}
