using Signposting.Store.Opportunities;
using Signposting.Store.Search;
using Signposting.Store.Tests.Building;

namespace Signposting.Store.Tests.Properties;

/// <summary>A random search with filters, and what it must answer: said again in the plainest way, over everything.</summary>
internal sealed record Wish(GeoPoint Centre, double Radius, SortOrder Sort, OpportunityFilters Filters, string? Text, bool IsRanked, int Limit)
{
    private static readonly string[] Texts = ["yoga", "chair", "cafe", "ubung 55", "womens", "mat", "leeds judo", "g"];

    public static Wish Random(Random random)
    {
        var text = random.Next(4) == 0 ? Texts[random.Next(Texts.Length)] : null;
        var filters = new OpportunityFilters
        {
            Age = Maybe(random, random.Next(100)),
            Gender = Maybe(random, random.Next(2) == 0 ? GenderRestriction.Female : GenderRestriction.Male),
            Levels = random.Next(4) == 0 ? (Levels)(1 << random.Next(3)) : Levels.None,
            Accessibility = random.Next(4) == 0 ? (Accessibility)(1 << random.Next(6)) : Accessibility.None,
            Wheelchair = Maybe(random, random.Next(2) == 0),
            Free = Maybe(random, random.Next(2) == 0),
            MaxPrice = Maybe(random, (decimal)random.Next(15)),
            Coached = Maybe(random, random.Next(2) == 0),
            Setting = random.Next(5) == 0 ? new ActivitySetting(Set(Activities.Walking), Set(Activities.Walking, Activities.Swimming)) : null,
            HasSpaces = random.Next(4) == 0,
            Days = random.Next(3) == 0 ? new HashSet<DayOfWeek> { (DayOfWeek)random.Next(7), (DayOfWeek)random.Next(7) } : new HashSet<DayOfWeek>(),
            StartAfter = Maybe(random, new TimeOnly(random.Next(12), 0)),
            StartBefore = Maybe(random, new TimeOnly(12 + random.Next(12), 30)),
            Words = text is null ? null : SearchWords.Read(text),
            StatedOnly = random.Next(4) == 0,
        };
        var centre = new GeoPoint(53.8003 + ((random.NextDouble() - 0.5) * 0.1), -1.5498 + ((random.NextDouble() - 0.5) * 0.1));
        return new Wish(centre, 500 + random.Next(12_000), (SortOrder)random.Next(3), filters, text, random.Next(2) == 0, 1 + random.Next(12));
    }

    public List<string> Answer(IEnumerable<Listing> timetable) =>
    [
        .. timetable.Select(Judge).OfType<(Listing Listing, int Rank, bool IsStated, DateTimeOffset? Next, double Distance)>()
            .OrderBy(one => Sort == SortOrder.Best ? one.Rank : 0)
            .ThenBy(one => Sort == SortOrder.Best && !one.IsStated)
            .ThenBy(one => Sort == SortOrder.Best ? Array.FindIndex([1_000.0, 2_000, 5_000, 10_000, 25_000], edge => one.Distance <= edge) : 0)
            .ThenBy(one => Sort == SortOrder.Nearest ? default : one.Next ?? DateTimeOffset.MaxValue)
            .ThenBy(one => one.Distance)
            .ThenBy(one => SubjectKey.FromId(one.Listing.Id).ToPublicId(), StringComparer.Ordinal)
            .Select(one => one.Listing.Id),
    ];

    /// <summary>The rank that <see cref="NameRanking"/> gives; null: not offered.</summary>
    public static int? RankOf(Description description) => description.Name![^1] switch { '0' => 1, '1' => 0, _ => description.Text is null ? null : 2 };

    private (Listing, int, bool, DateTimeOffset?, double)? Judge(Listing listing)
    {
        var distance = Centre.DistanceTo(listing.Point);
        var rank = IsRanked ? RankOf(listing.Description) : 0;
        var times = listing.Sessions.Where(s => IsInTime(s.Start) && (!Filters.HasSpaces || (s.Places ?? (Filters.StatedOnly ? 0 : 1)) > 0)).OrderBy(s => s.Start).ToList();
        var asksTimes = Filters.HasTimes || Filters.HasSpaces;
        var isTimeless = listing.Sessions.Count == 0;
        if (distance > Radius || rank is null || !IsNamed(listing.Description) || (times.Count == 0 && (!isTimeless || (asksTimes && Filters.StatedOnly))))
            return null;
        var verdicts = Verdicts(listing.Description.Settle()).ToList();
        if (verdicts.Contains(false) || (Filters.StatedOnly && verdicts.Contains(null)))
            return null;
        var isStated = !verdicts.Contains(null) && !(isTimeless && asksTimes) && (isTimeless || !Filters.HasSpaces || times.Exists(s => s.Places is not null));
        return (listing, rank.Value, isStated, times.Count > 0 ? times[0].Start : null, distance);
    }

    private bool IsInTime(DateTimeOffset start)
    {
        var local = UkTime.Of(start);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return start < Items.Tomorrow.AddDays(10)
            && (Filters.Days.Count == 0 || Filters.Days.Contains(local.DayOfWeek))
            && (Filters.StartAfter is not { } after || time >= after)
            && (Filters.StartBefore is not { } before || time < before);
    }

    private bool IsNamed(Description description)
    {
        var words = string.Join(' ', description.Name, description.Text, description.Place!.Name, description.Activities?[0].Label)
            .Replace("'", "", StringComparison.Ordinal).Replace('é', 'e').Replace('Ü', 'u').ToLowerInvariant().Split([' ', '.', '+']);
        return Text is null || Text.Split(' ').All(word => words.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>True, false, or null for not stated; to whoever asks for stated values only, what was read out of a name is not stated.</summary>
    private IEnumerable<bool?> Verdicts(Description of)
    {
        bool? Unless(string about, bool? verdict) => Filters.StatedOnly && of.Inferred?.Any(guess => guess.About == about) == true ? null : verdict;

        if (Filters.Age is { } age)
            yield return Unless(Inferences.Ages, of.AgeRange is { } ages ? age >= (ages.Min ?? 0) && age <= (ages.Max ?? 200) : age >= 18 ? null : false);
        if (Filters.Gender is { } gender)
            yield return Unless(Inferences.Gender, of.Gender is null ? null : of.Gender == GenderRestriction.None || of.Gender == gender);
        if (Filters.Levels != Levels.None)
            yield return Unless(Inferences.Levels, of.Levels is null or ["Blue"] ? null : of.Levels[0] == "All levels" || of.Levels[0] == Filters.Levels.ToString());
        if (Filters.Accessibility != Accessibility.None)
            yield return of.AccessibilitySupport is not { } support ? null : support.Any(label => label.StartsWith(Filters.Accessibility.ToString()[..6], StringComparison.Ordinal));
        if (Filters.Wheelchair is { } wheelchair)
            yield return of.IsWheelchairAccessible is null ? null : of.IsWheelchairAccessible == wheelchair;
        if (Filters.Coached is { } coached)
            yield return Unless(Inferences.Uncoached, of.IsCoached is null ? null : of.IsCoached == coached);
        var least = of.IsAccessibleForFree == true ? 0 : of.Offers?[0].Price;
        if (Filters.Free is { } free)
            yield return Unless(Inferences.Free, of.IsAccessibleForFree is { } stated ? stated == free : least is null ? null : (least == 0) == free);
        if (Filters.MaxPrice is { } most)
            yield return Unless(Inferences.Free, least is null ? null : least <= most);
        if (Filters.Setting is not null)
            yield return of.Activities?[0].Label switch { "Walking" => true, "Swimming" => false, _ => null };
    }

    private static HashSet<string> Set(params Activity[] activities) => [.. activities.Select(a => a.Id!)];

    private static T? Maybe<T>(Random random, T value) where T : struct => random.Next(4) == 0 ? value : null;
}

/// <summary>Ranks by the name, which it has to read.</summary>
internal sealed class NameRanking : OpportunityRanking
{
    private readonly Dictionary<(long, long), int?> _read = [];

    public override int Ranks => 3;

    public override bool TryRank(in OpportunityCard card, ref object? learnt, out int? rank) => _read.TryGetValue((card.Id, card.Version), out rank);

    public override void Read(in OpportunityCard card, Description description) => _read[(card.Id, card.Version)] = Wish.RankOf(description);
}
