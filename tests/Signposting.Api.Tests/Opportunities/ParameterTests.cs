using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class ParameterTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Theory]
    [InlineData("", "postcode", "a place is missing")]
    [InlineData("attendance=any", "postcode", "a place is missing")]
    [InlineData("lat=53.8", "lon", "is missing; lat was sent")]
    [InlineData("lon=-1.5", "lat", "is missing; lon was sent")]
    [InlineData("lat=53.8&lon=-1.5&postcode=LS1", "postcode", "either the postcode or lat and lon")]
    [InlineData("lat=91&lon=0", "lat", "from -90 to 90")]
    [InlineData("lat=NaN&lon=0", "lat", "must be a number")]
    [InlineData("lat=1e1&lon=0", "lat", "must be a number")]
    [InlineData("lat=53,8&lon=0", "lat", "must be a number")]
    [InlineData("lat=53.8&lon=181", "lon", "from -180 to 180")]
    [InlineData("postcode=nonsense", "postcode", "does not have the form")]
    [InlineData("postcode=LS1+3A", "postcode", "does not have the form")]
    [InlineData("attendance=online&radius=3", "radius", "needs a place")]
    [InlineData("attendance=online&sort=nearest", "sort", "needs a place")]
    public async Task A_wrong_place_is_refused_with_its_fix(string query, string parameter, string fix) =>
        await ExpectAsync($"?{query}", parameter, fix);

    [Theory]
    [InlineData("radius=0.09", "radius", "from 0.1 to 50")]
    [InlineData("radius=50.1", "radius", "from 0.1 to 50")]
    [InlineData("radius=near", "radius", "must be a number")]
    [InlineData("radius=", "radius", "is empty")]
    [InlineData("radius=1&radius=2", "radius", "more than once")]
    [InlineData("limit=0", "limit", "from 1 to 100")]
    [InlineData("limit=101", "limit", "from 1 to 100")]
    [InlineData("limit=2.5", "limit", "whole number")]
    [InlineData("sort=cheapest", "sort", "nearest, soonest")]
    [InlineData("kind=gym", "kind", "session, course, event, facility, on-demand")]
    [InlineData("attendance=hybrid", "attendance", "in-person, online, any")]
    [InlineData("activity=Tai+Chee", "activity", "did you mean Tai Chi")]
    [InlineData("activity=qwxyz", "activity", "/v1/activities")]
    [InlineData("from=tomorrow", "from", "ISO 8601")]
    [InlineData("from=2026-06-31", "from", "ISO 8601")]
    [InlineData("from=2026-06-12T09:00:00+01:00", "from", "%2B")]
    [InlineData("to=2026-06-12T09:00:00+01:00", "to", "%2B")]
    [InlineData("from=2026-06-12&to=2026-06-11", "to", "after from")]
    [InlineData("to=2026-06-01", "to", "after from")]
    [InlineData("from=2026-06-12&to=2027-07-12", "to", "366 days")]
    [InlineData("colour=blue", "colour", "there is no such parameter")]
    [InlineData("Radius=3", "Radius", "write radius")]
    public async Task A_wrong_value_is_refused_with_its_fix(string parameters, string parameter, string fix) =>
        await ExpectAsync($"?{Town.Centre}&{parameters}", parameter, fix);

    [Theory]
    [InlineData("day=tuesday", "day", "one of mon, tue")]
    [InlineData("startAfter=9", "startAfter", "hours and minutes as in 09:30")]
    [InlineData("startAfter=12:00&startBefore=12:00", "startBefore", "later than startAfter")]
    [InlineData("age=-1", "age", "from 0 to 120")]
    [InlineData("age=old", "age", "whole number")]
    [InlineData("gender=other", "gender", "one of female, male")]
    [InlineData("level=expert", "level", "one of beginner")]
    [InlineData("accessibility=ramp", "accessibility", "one of visual")]
    [InlineData("wheelchair=yes", "wheelchair", "true or false")]
    [InlineData("free=1", "free", "true or false")]
    [InlineData("maxPrice=-1", "maxPrice", "from 0 to 10000")]
    [InlineData("coached=", "coached", "is empty")]
    [InlineData("setting=garden", "setting", "one of indoor, outdoor")]
    [InlineData("hasSpaces=false", "hasSpaces", "must be true")]
    [InlineData("q=%21%21", "q", "no letter or digit")]
    [InlineData("verdict=any", "verdict", "needs a condition")]
    [InlineData("stated=maybe", "stated", "true or false")]
    [InlineData("condition=Falls", "condition", "is written \"falls\"")]
    [InlineData("condition=gout", "condition", "not the key of a condition")]
    [InlineData("condition=129839008", "condition", "no SNOMED CT code")]
    [InlineData("condition=80146002", "condition", "not known to this service")]
    public async Task A_wrong_need_is_refused_with_its_fix(string parameters, string parameter, string fix) =>
        await ExpectAsync($"?{Town.Centre}&{parameters}", parameter, fix);

    [Fact]
    public async Task All_faults_are_named_at_once()
    {
        var errors = await _service.ErrorsAsync("/v1/opportunities?lat=99&lon=999&radius=0&limit=0&colour=blue&from=never");

        Assert.Equal(["colour", "from", "lat", "limit", "lon", "radius"], errors.Select(error => error.Key).Order());
    }

    [Fact]
    public async Task A_refusal_is_a_problem_document_that_no_cache_keeps()
    {
        using var response = await _service.GetAsync("/v1/opportunities?radius=0");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Too_many_of_a_repeatable_parameter_are_refused()
    {
        var many = string.Join('&', Enumerable.Repeat("activity=Walking", 21));

        await ExpectAsync($"?{Town.Centre}&{many}", "activity", "more than 20 times");
    }

    [Fact]
    public async Task A_value_without_end_is_refused() =>
        await ExpectAsync($"?{Town.Centre}&activity={new string('a', 201)}", "activity", "longer than 200");

    [Fact]
    public async Task A_start_in_the_past_counts_as_now_and_the_answer_shows_it()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&from=2026-06-01");

        Assert.Equal("2026-06-10T10:00:00+01:00", (string?)answer["query"]!["from"]);
        Assert.Equal("2026-06-01T00:00:00+01:00", (string?)answer["query"]!["fromAsked"]);
    }

    [Fact]
    public async Task A_start_that_counts_is_not_told_twice_and_later_pages_tell_the_same_as_the_first()
    {
        var first = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&from=2026-06-01&limit=1");
        var second = await _service.JsonAsync((string)first["next"]!);
        var ahead = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&from=2026-06-11");

        Assert.Equal((string?)first["query"]!["fromAsked"], (string?)second["query"]!["fromAsked"]);
        Assert.False(ahead["query"]!.AsObject().ContainsKey("fromAsked"));
    }

    [Fact]
    public async Task A_day_as_the_end_includes_that_day()
    {
        var answer = await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&to=2026-06-12");

        Assert.Equal("2026-06-13T00:00:00+01:00", (string?)answer["query"]!["to"]);
    }

    private async Task ExpectAsync(string query, string parameter, string fix)
    {
        var errors = await _service.ErrorsAsync($"/v1/opportunities{query}");

        Assert.True(errors.ContainsKey(parameter), errors.ToJsonString());
        Assert.Contains(fix, string.Join('\n', errors[parameter]!.AsArray().Select(text => (string?)text)), StringComparison.Ordinal);
    }
}
