using Feeds.Harvester.Normalising;
using Feeds.Harvester.Tests.Support;
using OpenActive.Vocabulary;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;
using Signposting.Store.Search;
using Xunit;

namespace Feeds.Harvester.Tests.Harvesting;

/// <summary>Records without coordinates, with a postcode directory in the store and without.</summary>
public sealed class PostcodePlacingTests
{
    private static readonly GeoPoint Town = new(53.8003, -1.5498);

    [Fact]
    public async Task A_series_without_coordinates_is_placed_by_its_postcode_and_says_so()
    {
        await using var test = await HarvestFixture.StartAsync();
        await ImportAsync(test);
        test.OnShortFeed("/feed", Series(1, "LS13AD"), Series(2, "ls1 3ad"), Series(3, "LS99 9ZZ"), HarvestFixture.Series(4));

        await test.HarvestAsync("/feed");

        Assert.Equal([1, 2, 4], (await NearAsync(test)).Order());
        var found = Assert.IsType<LookUp.Here>(await test.Store.FindAsync(IdOf(1), test.Time.GetUtcNow(), 1, CancellationToken.None)).Opportunity;
        Assert.Contains("placed-by-postcode: LS1 3AD", Assert.Single(found.Provenance).Repairs);
        var rejection = Assert.Single((await test.StatusAsync("/feed")).Rejected);
        Assert.Equal(("no-coordinates", 1), (rejection.Reason, rejection.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_item_that_comes_twice_the_last_word_counts_whichever_of_them_had_to_wait_for_its_postcode(bool isPostcodeLast)
    {
        await using var test = await HarvestFixture.StartAsync();
        await ImportAsync(test);
        string[] words = [HarvestFixture.Series(1), Series(1, "LS13AD")];
        test.OnShortFeed("/feed", isPostcodeLast ? words : [words[1], words[0]]);

        await test.HarvestAsync("/feed");

        var found = Assert.IsType<LookUp.Here>(await test.Store.FindAsync(IdOf(1), test.Time.GetUtcNow(), 1, CancellationToken.None)).Opportunity;
        Assert.Equal(isPostcodeLast, Assert.Single(found.Provenance).Repairs.Contains("placed-by-postcode: LS1 3AD"));
    }

    [Fact]
    public async Task What_was_read_before_the_import_is_placed_when_it_is_read_again()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", Series(1, "LS13AD"));
        await test.HarvestAsync("/feed");
        Assert.Empty(await NearAsync(test));
        await ImportAsync(test);
        test.Server.On("/feed?end", test.Page("/feed?again", Series(1, "LS13AD")));
        test.OnShortFeed("/feed?again");

        await test.HarvestAsync("/feed");

        Assert.Equal([1], await NearAsync(test));
    }

    [Fact]
    public async Task What_was_read_before_the_import_is_placed_without_asking_its_publisher_again()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", Series(1, "LS13AD"), WithoutId("two", "LS1 3AD"), HarvestFixture.Series(4));
        await test.HarvestAsync("/feed");
        var before = Assert.IsType<LookUp.Here>(await test.Store.FindAsync(IdOf(4), test.Time.GetUtcNow(), 1, CancellationToken.None)).Opportunity;
        Assert.Equal([4], await NearAsync(test));
        await ImportAsync(test);
        test.Time.Advance(TimeSpan.FromMinutes(2));
        test.Server.On("/feed", Reply.Status(500));

        await test.HarvestAsync("/feed");

        Assert.Equal([1, 2, 4], (await NearAsync(test)).Order());
        var found = Assert.IsType<LookUp.Here>(await test.Store.FindAsync(IdOf(1), test.Time.GetUtcNow(), 1, CancellationToken.None)).Opportunity;
        Assert.Contains("placed-by-postcode: LS1 3AD", Assert.Single(found.Provenance).Repairs);
        Assert.Equal(before.Provenance[0].HarvestedAt, found.Provenance[0].HarvestedAt);
        Assert.Empty((await test.StatusAsync("/feed")).Rejected);
    }

    [Theory]
    [InlineData("""{"superEvent":"https://example.org/series/1",LOCATION}""", "The place of the session")]
    [InlineData("""{"superEvent":{"@type":"SessionSeries","@id":"https://example.org/series/1","name":"Walk 1",LOCATION} }""", "The place of the series inside its session")]
    public async Task A_place_that_only_a_session_states_is_placed_without_asking_again(string session, string place)
    {
        await using var test = await HarvestFixture.StartAsync();
        var location = $$"""
            "location":{"@type":"Place","name":"{{place}}","address":{"@type":"PostalAddress","postalCode":"LS1 3AD"} }
            """;
        string[] series = place.Contains("inside", StringComparison.Ordinal) ? [] : [SeriesWithoutPlace(1)];
        test.OnShortFeed("/feed", [.. series, Session(session.Replace("LOCATION", location, StringComparison.Ordinal))]);
        await test.HarvestAsync("/feed");
        Assert.Empty(await NearAsync(test));
        Assert.Equal("no-coordinates", Assert.Single((await test.StatusAsync("/feed")).Rejected).Reason);
        await ImportAsync(test);
        test.Time.Advance(TimeSpan.FromMinutes(2));
        test.Server.On("/feed", Reply.Status(500));

        await test.HarvestAsync("/feed");

        Assert.Equal([1], await NearAsync(test));
        var found = Assert.IsType<LookUp.Here>(await test.Store.FindAsync(IdOf(1), test.Time.GetUtcNow(), 1, CancellationToken.None)).Opportunity;
        Assert.Equal(place, found.Description.Place!.Name);
        Assert.Contains("placed-by-postcode: LS1 3AD", Assert.Single(found.Provenance).Repairs);
        Assert.Empty((await test.StatusAsync("/feed")).Rejected);
    }

    [Fact]
    public async Task A_kept_record_that_cannot_be_read_does_not_keep_those_after_it_from_being_placed()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", Series(1, "LS13AD"), Series(3, "LS13AD"), HarvestFixture.Series(4));
        await test.HarvestAsync("/feed");
        await test.DamageFirstOriginalAsync();
        await ImportAsync(test);
        test.Time.Advance(TimeSpan.FromMinutes(2));

        await test.HarvestAsync("/feed");

        Assert.Equal([3, 4], (await NearAsync(test)).Order());
    }

    [Fact]
    public async Task What_changed_since_it_was_kept_is_not_put_back()
    {
        await using var test = await HarvestFixture.StartAsync();
        test.OnShortFeed("/feed", Series(1, "LS13AD"));
        await test.HarvestAsync("/feed");
        var old = await test.Store.ReadOriginalsAsync(0, 10, CancellationToken.None);
        test.Server.On("/feed?end", test.Page("/feed?more", RpdeText.Deleted("\"1\"", "2")));
        test.OnShortFeed("/feed?more");
        await test.HarvestAsync("/feed");

        var change = new ItemNormaliser(() => ActivityList.BuiltIn, test.Time).With(new PostcodePoints(new Dictionary<string, GeoPoint?> { ["LS1 3AD"] = Town }))
            .Normalise(new NormalItem(old[0].FeedUrl, old[0].FeedKind, "1", old[0].Modified, old[0].ModifiedAt, old[0].ReadData()));

        Assert.Equal(0, await test.Store.ReplayAsync([(old[0], change)], CancellationToken.None));
        Assert.Empty(await NearAsync(test));
    }

    private static Task<long> ImportAsync(HarvestFixture test) =>
        test.Store.ImportPostcodesAsync(new[] { new Postcode("LS1 3AD", Town, null) }.ToAsyncEnumerable(), "test", CancellationToken.None);

    private static string IdOf(int number) => SubjectKey.FromId($"https://example.org/series/{number}").ToPublicId();

    private static async Task<IEnumerable<int>> NearAsync(HarvestFixture test)
    {
        var found = await test.Store.SearchAsync(
            new OpportunityQuery { Centre = Town, RadiusMetres = 100, From = test.Time.GetUtcNow(), To = test.Time.GetUtcNow().AddDays(14), Kinds = [OpportunityKind.Session], Limit = 10 },
            CancellationToken.None);
        return found.Select(result => Enumerable.Range(1, 9).SingleOrDefault(number => IdOf(number) == result.Opportunity.Id, 2));
    }

    /// <summary>Known by its feed and RPDE id, a text, of which the store keeps a hash.</summary>
    private static string WithoutId(string rpdeId, string postcode) => RpdeText.Updated($"\"{rpdeId}\"", "1", $$"""
        {"@type":"SessionSeries","name":"Without an id",
         "location":{"@type":"Place","name":"Town Hall","address":{"@type":"PostalAddress","postalCode":"{{postcode}}"} } }
        """);

    private static string SeriesWithoutPlace(int number) => RpdeText.Updated($"\"{number}\"", "1", $$"""
        {"@type":"SessionSeries","@id":"https://example.org/series/{{number}}","name":"Walk {{number}}"}
        """);

    private static string Session(string rest) => RpdeText.Updated("\"s1\"", "1", $$"""
        {"@type":"ScheduledSession","@id":"https://example.org/session/1","startDate":"2026-06-10T10:00:00+01:00","endDate":"2026-06-10T11:00:00+01:00",{{rest[1..]}}
        """);

    private static string Series(int number, string postcode) => RpdeText.Updated($"\"{number}\"", "1", $$"""
        {"@type":"SessionSeries","@id":"https://example.org/series/{{number}}","name":"Walk {{number}}",
         "location":{"@type":"Place","name":"Town Hall","address":{"@type":"PostalAddress","postalCode":"{{postcode}}"} } }
        """);
}
