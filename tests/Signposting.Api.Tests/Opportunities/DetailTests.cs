using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class DetailTests(TownService town)
{
    private readonly TestService _service = town.Service;
    private readonly string _taiChi = $"/v1/opportunities/{Town.TaiChi.PublicId}";

    [Fact]
    public async Task One_opportunity_has_the_members_of_a_search_and_as_of_when_and_from_whom()
    {
        var item = await _service.JsonAsync(_taiChi);

        Assert.Equal("Tai Chi for balance", (string?)item["name"]);
        Assert.Equal(Town.TaiChi.PublicId, (string?)item["id"]);
        Assert.Equal(2, item["sessions"]!.AsArray().Count);
        Assert.Equal("2026-06-10T10:00:00+01:00", (string?)item["asOf"]);
        Assert.Equal("The leisure trust", (string?)item["attribution"]![0]!["publisher"]);
        Assert.Null(item["distanceMetres"]);
    }

    [Fact]
    public async Task An_id_from_a_search_leads_to_the_same_opportunity()
    {
        var found = (await _service.JsonAsync($"/v1/opportunities?{Town.Centre}&limit=1"))["items"]![0]!;

        Assert.Equal((string?)found["name"], (string?)(await _service.JsonAsync((string)found["links"]!["self"]!))["name"]);
    }

    [Fact]
    public async Task Who_holds_it_already_gets_304()
    {
        using var first = await _service.GetAsync(_taiChi);
        using var again = new HttpRequestMessage(HttpMethod.Get, _taiChi);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _service.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_change_by_the_publisher_changes_the_tag()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi);
        var before = await TagAsync(service);

        await publisher.CommitAsync([Town.TaiChi.With(description => description with { Text = "Quick movements." }).ToItem(modified: 2)]);

        Assert.NotEqual(before, await TagAsync(service));
    }

    [Fact]
    public async Task What_was_withdrawn_is_gone()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.TaiChi);
        await publisher.CommitAsync([Town.TaiChi.ToTombstone(modified: 2)]);

        Assert.Equal(410, (int)(await service.JsonAsync(_taiChi, HttpStatusCode.Gone))["status"]!);
    }

    [Fact]
    public async Task What_is_over_is_still_there_without_sessions()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.TaiChi);
        service.Time.Move(TimeSpan.FromDays(30));

        var item = await service.JsonAsync(_taiChi);

        Assert.Empty(item["sessions"]!.AsArray());
        Assert.True((bool)item["timesPublished"]!);
    }

    [Theory]
    [InlineData("op_0000000000000000")]
    [InlineData("op_short")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("op_IIIIIIIIIIIIIIII")]
    public async Task An_id_that_was_never_known_is_not_found(string id)
    {
        var problem = await _service.JsonAsync($"/v1/opportunities/{id}", HttpStatusCode.NotFound);

        Assert.Equal("urn:signposting:problem:opportunity-unknown", (string?)problem["type"]);
    }

    [Fact]
    public async Task A_parameter_that_a_detail_does_not_take_is_refused() =>
        Assert.True((await _service.ErrorsAsync($"{_taiChi}?postcode=LS1")).ContainsKey("postcode"));

    [Fact]
    public async Task A_detail_has_a_verdict_for_the_conditions_asked_for()
    {
        var detail = await _service.JsonAsync($"{_taiChi}?condition=falls");

        Assert.Equal("recommended", (string?)detail["suitability"]!["verdict"]);
        Assert.NotEmpty(detail["guidance"]!.AsArray());
        Assert.True((await _service.ErrorsAsync($"{_taiChi}?condition=gout")).ContainsKey("condition"));
    }

    [Fact]
    public async Task Conditions_in_a_body_give_the_same_detail_as_in_the_address()
    {
        var byAddress = await _service.JsonAsync($"{_taiChi}?condition=falls");
        using var response = await PostAsync(_taiChi, """{"condition":["falls"]}""");

        var byBody = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(JsonNode.DeepEquals(byAddress, byBody), byBody?.ToJsonString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("""{"condition":["gout"]}""", "condition")]
    [InlineData("""{"postcode":"LS1 3AD"}""", "postcode")]
    [InlineData("""["falls"]""", "body")]
    [InlineData("", "body")]
    public async Task A_body_that_it_cannot_understand_is_refused_by_name(string body, string name)
    {
        using var response = await PostAsync(_taiChi, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(name, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]!.AsObject());
    }

    private Task<HttpResponseMessage> PostAsync(string address, string body) =>
        _service.Http.PostAsync(new Uri(address, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private async Task<EntityTagHeaderValue?> TagAsync(TestService service)
    {
        using var response = await service.GetAsync(_taiChi);
        return response.Headers.ETag;
    }
}
