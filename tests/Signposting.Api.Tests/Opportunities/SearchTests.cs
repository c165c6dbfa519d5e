using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class SearchTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task The_nearest_come_first_with_their_distance_in_whole_metres()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        Assert.Equal(["Tai Chi for balance", "Bare", "Timeless", "Learn to swim"], Names(answer));
        Assert.Equal([556, 1112, 2224, 3336], answer["items"]!.AsArray().Select(item => (int)item!["distanceMetres"]!));
    }

    [Theory]
    [InlineData("radius=0.6", "Tai Chi for balance")]
    [InlineData("radius=1.2", "Tai Chi for balance,Bare")]
    [InlineData("radius=50", "Tai Chi for balance,Bare,Timeless,Learn to swim,Far away")]
    [InlineData("kind=facility", "Badminton court")]
    [InlineData("kind=course&kind=facility", "Badminton court,Learn to swim")]
    [InlineData("sort=soonest", "Bare,Learn to swim,Tai Chi for balance,Timeless")]
    [InlineData("activity=tai_chi", "Tai Chi for balance")]
    [InlineData("activity=Tai+Chi", "Tai Chi for balance")]
    [InlineData("activity=https://openactive.io/activity-list%23c16df6ed-a4a0-4275-a8c3-1c8cff56856f", "Tai Chi for balance")]
    [InlineData("activity=Martial+Arts", "Tai Chi for balance")]
    [InlineData("activity=Martial+Arts&activity=Walking", "Tai Chi for balance")]
    [InlineData("activity=Walking", "")]
    [InlineData("from=2026-06-13&to=2026-06-15", "Timeless,Learn to swim")]
    [InlineData("from=2026-06-15T09:00&to=2026-06-15T09:01", "Timeless,Learn to swim")]
    [InlineData("from=2026-06-15T09:00%2B01:00&to=2026-06-15T09:01%2B01:00", "Timeless,Learn to swim")]
    [InlineData("from=2026-06-15T08:00:00Z&to=2026-06-15T08:00:01Z", "Timeless,Learn to swim")]
    [InlineData("from=2026-09-01&to=2026-09-30", "Autumn walk,Timeless")]
    [InlineData("attendance=online", "Yoga at home")]
    [InlineData("attendance=any", "Tai Chi for balance,Bare,Timeless,Learn to swim,Yoga at home")]
    [InlineData("limit=1", "Tai Chi for balance")]
    [InlineData("day=tue", "Tai Chi for balance,Timeless")]
    [InlineData("day=tue&day=mon", "Tai Chi for balance,Timeless,Learn to swim")]
    [InlineData("startAfter=18:00", "Bare,Timeless")]
    [InlineData("startBefore=10:00&stated=true", "Learn to swim")]
    [InlineData("age=40", "Bare,Timeless,Learn to swim")]
    [InlineData("age=60", "Tai Chi for balance,Bare,Timeless,Learn to swim")]
    [InlineData("age=60&stated=true", "Tai Chi for balance")]
    [InlineData("age=17", "")]
    [InlineData("gender=male&stated=true", "Tai Chi for balance")]
    [InlineData("level=advanced", "Bare,Timeless,Learn to swim")]
    [InlineData("maxPrice=3", "Bare,Timeless,Learn to swim")]
    [InlineData("maxPrice=3.5&stated=true", "Tai Chi for balance")]
    [InlineData("free=false&stated=true", "Tai Chi for balance")]
    [InlineData("coached=false", "Bare,Timeless,Learn to swim")]
    [InlineData("setting=outdoor&stated=true", "Tai Chi for balance")]
    [InlineData("hasSpaces=true&stated=true", "Tai Chi for balance")]
    [InlineData("q=slow+MOVE", "Tai Chi for balance")]
    [InlineData("q=leisure+trust", "Tai Chi for balance")]
    [InlineData("q=swim", "Learn to swim")]
    [InlineData("sort=best&age=60", "Tai Chi for balance,Bare,Learn to swim,Timeless")]
    public async Task A_parameter_narrows_the_answer(string parameters, string names)
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&{parameters}");

        Assert.Equal(names, string.Join(',', Names(answer)));
    }

    [Fact]
    public async Task A_filter_that_matched_for_want_of_a_statement_is_named()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&maxPrice=2&hasSpaces=true&setting=indoor");

        var bare = answer["items"]![0]!["notStated"]!.AsArray().Select(name => (string?)name).ToList();
        Assert.Equal("Bare", (string?)answer["items"]![0]!["name"]);
        Assert.Subset(bare.ToHashSet(), new HashSet<string?> { "maxPrice", "hasSpaces", "setting" });
        Expect("""{"setting":"indoor","maxPrice":2,"hasSpaces":true}""", answer["query"]!["filters"]!);
    }

    [Fact]
    public async Task Only_sessions_that_match_are_listed()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&day=tue&startAfter=10:00&startBefore=10:01&stated=true");

        Assert.Equal(["scheduled", "cancelled"], Assert.Single(answer["items"]!.AsArray())!["sessions"]!.AsArray().Select(session => (string?)session!["status"]));
    }

    [Fact]
    public async Task Online_opportunities_need_no_place_and_have_no_distance()
    {
        var answer = await _service.JsonAsync("/v1/opportunities?attendance=online");

        Assert.Null(answer["query"]!["place"]);
        var item = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal("online", (string?)item["attendance"]);
        Assert.Null(item["distanceMetres"]);
        Assert.Null(item["location"]);
        Assert.Equal("https://leisure.test/join", (string?)item["links"]!["web"]);
    }

    [Fact]
    public async Task A_full_record_has_the_shape_of_the_contract()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&limit=1&from=2026-06-12T00:00:00Z&to=2026-06-30T00:00:00Z");

        var item = answer["items"]![0]!;
        Expect(
            """
            {"kind":"session","name":"Tai Chi for balance","description":"Slow movements.",
             "activity":[{"id":"https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f","prefLabel":"Tai Chi","origin":"published"}],
             "distanceMetres":556,"location":{"name":"Test Centre","address":"1 Test Street, Leeds","postcode":"LS1 3AD","lat":53.805,"lon":-1.55},
             "organizer":{"name":"The leisure trust","telephone":"0113 496 0000","email":"hello@leisure.test","url":"https://leisure.test"},
             "sessions":[{"start":"2026-06-16T10:00:00+01:00","end":"2026-06-16T11:00:00+01:00","remainingPlaces":5,"status":"scheduled"},
                         {"start":"2026-06-23T10:00:00+01:00","end":"2026-06-23T11:00:00+01:00","status":"cancelled"}],
             "timesPublished":true,"schedule":"Tuesdays 10:00–11:00",
             "price":{"min":3.5,"max":5,"currency":"GBP","free":false,"text":"£3.50–£5.00"},
             "ageRange":{"min":50,"assumed":false},"genderRestriction":"none","level":["Beginner"],"accessibilitySupport":[],"coached":true,"attendance":"in-person",
             "readiness":{"share":0.7,"missing":["attendeeInstructions","image","interval","isAccessibleForFree","leader","maximumAttendeeCapacity","meetingPoint"]},
             "notStated":["wheelchair"]}
            """,
            item, except: ["id", "provenance", "links"]);
        var id = (string)item["id"]!;
        Expect($$"""{"self":"/v1/opportunities/{{id}}","web":"https://leisure.test/tai-chi","book":"https://leisure.test/book","calendar":"/v1/opportunities/{{id}}/calendar"}""", item["links"]!);
    }

    [Fact]
    public async Task The_query_is_echoed_with_its_defaults_and_in_London_time()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&activity=tai_chi");

        Expect(
            """
            {"place":{"lat":53.8,"lon":-1.55,"precision":"coordinates"},"radiusKm":5,"from":"2026-06-10T10:00:00+01:00","to":"2026-06-24T10:00:00+01:00",
             "activity":[{"id":"https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f","prefLabel":"Tai Chi"}],
             "kind":["session","course","event","on-demand"],"attendance":"in-person","sort":"nearest"}
            """,
            answer["query"]!);
        Assert.Equal("2026-06-10T10:00:00+01:00", (string?)answer["asOf"]);
    }

    [Fact]
    public async Task What_a_record_does_not_state_is_absent_and_named()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&from=2026-06-12T16:00:00Z&to=2026-06-12T18:00:00Z");

        var item = answer["items"]![0]!;
        Assert.Equal("Bare", (string?)item["name"]);
        Assert.Equal(
            ["description", "organizer", "price", "age", "gender", "level", "accessibility", "wheelchair", "coached"],
            item["notStated"]!.AsArray().Select(field => (string?)field));
        foreach (var absent in (string[])["description", "price", "genderRestriction", "level", "coached", "activity", "organizer", "schedule"])
            Assert.False(item.AsObject().ContainsKey(absent), absent);
        Expect("""{"min":18,"assumed":true}""", item["ageRange"]!);
    }

    [Fact]
    public async Task Without_published_times_there_are_no_sessions_and_it_says_so()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        var item = answer["items"]!.AsArray().Single(item => (string?)item!["name"] == "Timeless")!;
        Assert.False((bool)item["timesPublished"]!);
        Assert.Empty(item["sessions"]!.AsArray());
    }

    [Fact]
    public async Task Every_item_says_where_it_comes_from_and_the_answer_whom_to_name()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        Expect(
            """[{"publisher":"The leisure trust","dataset":"https://leisure.test/openactive","licence":"https://creativecommons.org/licenses/by/4.0/"}]""",
            answer["attribution"]!);
        foreach (var item in answer["items"]!.AsArray())
        {
            var provenance = Assert.Single(item!["provenance"]!.AsArray())!;
            Assert.Equal("The leisure trust", (string?)provenance["publisher"]);
            Assert.Equal("2026-06-10T10:00:00+01:00", (string?)provenance["harvestedAt"]);
            Assert.Empty(provenance["repairs"]!.AsArray());
        }
    }

    [Fact]
    public async Task An_answer_is_stored_nowhere_on_its_way()
    {
        using var response = await _service.GetAsync($"/v1/opportunities?{Town.Centre}");

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_is_an_empty_last_page()
    {
        var answer = await _service.JsonAsync("/v1/opportunities?lat=50&lon=-5");

        Assert.Empty(answer["items"]!.AsArray());
        Assert.True(answer.AsObject().ContainsKey("next"));
        Assert.Null(answer["next"]);
        Assert.Empty(answer["attribution"]!.AsArray());
    }

    [Fact]
    public async Task Data_that_is_not_made_up_does_not_speak_of_a_demo()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        Assert.False(answer.AsObject().ContainsKey("demo"));
    }

    private static IEnumerable<string?> Names(JsonNode answer) => answer["items"]!.AsArray().Select(item => (string?)item!["name"]);

    private static void Expect(string json, JsonNode actual, params string[] except)
    {
        var copy = actual.DeepClone();
        foreach (var name in except)
            copy.AsObject().Remove(name);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), copy), $"expected {json}\nbut was {copy.ToJsonString()}");
    }
}
