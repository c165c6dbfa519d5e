using System.Net;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Places;

public sealed class RemotePostcodeTests
{
    [Theory]
    [InlineData("LS1+3AD")]
    [InlineData("ls13ad")]
    [InlineData("+Ls1+3aD+")]
    public async Task A_full_postcode_is_asked_for_in_a_body_and_not_in_an_address(string typed)
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        await using var service = await StartAsync(remote);

        var answer = await service.JsonAsync($"/v1/opportunities?postcode={typed}");

        Assert.Equal("POST /postcodes {\"postcodes\":[\"LS1 3AD\"]}", Assert.Single(remote.Asked));
        var place = answer["query"]!["place"]!;
        Assert.Equal(("LS1 3AD", 53.798, -1.549, "postcode"), ((string?)place["postcode"], (double)place["lat"]!, (double)place["lon"]!, (string?)place["precision"]));
    }

    [Fact]
    public async Task An_outward_code_stands_for_the_middle_of_its_district()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        remote.Answer = (200, """{"status":200,"result":{"outcode":"LS1","latitude":53.79,"longitude":-1.55}}""");
        await using var service = await StartAsync(remote);

        var answer = await service.JsonAsync("/v1/opportunities?postcode=ls1");

        Assert.Equal("GET /outcodes/LS1 ", Assert.Single(remote.Asked));
        Assert.Equal(("LS1", "outcode"), ((string?)answer["query"]!["place"]!["postcode"], (string?)answer["query"]!["place"]!["precision"]));
    }

    [Fact]
    public async Task What_was_asked_once_is_remembered()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        await using var service = await StartAsync(remote);

        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD");
        await service.JsonAsync("/v1/opportunities?postcode=ls13ad");

        Assert.Single(remote.Asked);
    }

    [Theory]
    [InlineData("LS9+9ZZ", 200, """{"status":200,"result":[{"query":"LS9 9ZZ","result":null}]}""")]
    [InlineData("JE2+3AB", 200, """{"status":200,"result":[{"query":"JE2 3AB","result":{"postcode":"JE2 3AB","latitude":null,"longitude":null}}]}""")]
    [InlineData("ZZ9", 404, """{"status":404,"error":"Outcode not found"}""")]
    public async Task A_postcode_that_nobody_knows_is_not_found(string postcode, int status, string json)
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        remote.Answer = (status, json);
        await using var service = await StartAsync(remote);

        var problem = await service.JsonAsync($"/v1/opportunities?postcode={postcode}", HttpStatusCode.NotFound);

        Assert.NotNull(problem["errors"]!["postcode"]);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(429, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    public async Task A_look_up_that_fails_is_answered_503_and_when_to_try_again(int status, string json)
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        remote.Answer = (status, json);
        await using var service = await StartAsync(remote);

        using var response = await service.GetAsync("/v1/opportunities?postcode=LS1+3AD");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_look_up_that_failed_is_not_remembered()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        var good = remote.Answer;
        remote.Answer = (429, "{}");
        await using var service = await StartAsync(remote);
        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD", HttpStatusCode.ServiceUnavailable);

        remote.Answer = good;

        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_answered_503()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        await using var service = await StartAsync(remote);
        await remote.DisposeAsync();

        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task While_it_is_down_a_district_that_is_known_stands_for_its_postcodes_and_readiness_says_so()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        remote.Answer = (200, """{"status":200,"result":{"outcode":"LS1","latitude":53.79,"longitude":-1.55}}""");
        await using var service = await StartAsync(remote);
        await service.JsonAsync("/v1/opportunities?postcode=LS1");
        Assert.Equal("ok", (string?)(await service.JsonAsync("/health/ready"))["parts"]!["postcodes"]);

        remote.Answer = (500, "{}");

        var place = (await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD"))["query"]!["place"]!;
        Assert.Equal(("LS1", 53.79, "outcode"), ((string?)place["postcode"], (double)place["lat"]!, (string?)place["precision"]));
        await service.JsonAsync("/v1/opportunities?postcode=LS2+9JT", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("postcodes.io does not answer", (string?)(await service.JsonAsync("/health/ready"))["parts"]!["postcodes"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinates_work_while_postcodes_do_not()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        remote.Answer = (500, "");
        await using var service = await StartAsync(remote);

        await service.JsonAsync("/v1/opportunities?lat=53.8&lon=-1.5");

        Assert.Empty(remote.Asked);
    }

    [Fact]
    public async Task A_postcode_stands_in_no_line_of_the_log_at_any_level()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        await using var service = await StartAsync(remote);
        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD");
        remote.Answer = (500, "");
        await service.JsonAsync("/v1/opportunities?postcode=LS1+4AP", HttpStatusCode.ServiceUnavailable);
        await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD&radius=99", HttpStatusCode.BadRequest);
        await service.JsonAsync("/v1/opportunities?lat=53.812345&lon=-1.5");

        Assert.Contains("Postcodes cannot be looked up", service.Log.All, StringComparison.Ordinal);
        foreach (var secret in (string[])["3AD", "4AP", "53.812345"])
            Assert.DoesNotContain(secret, service.Log.All, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<TestService> StartAsync(ScriptedPostcodes remote) =>
        TestService.StartAsync("--Postcodes:Remote", "true", "--Postcodes:RemoteUrl", remote.Url);
}
