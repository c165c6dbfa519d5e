using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Activities;

public sealed class ActivitiesTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task Each_concept_names_what_stands_above_and_below_it()
    {
        var items = (await _service.JsonAsync("/v1/activities"))["items"]!.AsArray();

        var taiChi = items.Single(item => (string?)item!["id"] == Town.TaiChiId)!;
        Assert.Equal(("Tai Chi", "tai_chi"), ((string?)taiChi["prefLabel"], (string?)taiChi["notation"]));
        var above = Assert.Single(taiChi["broader"]!.AsArray())!;
        var martialArts = items.Single(item => (string?)item!["id"] == (string?)above)!;
        Assert.Contains(Town.TaiChiId, martialArts["narrower"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public async Task Who_holds_the_list_already_gets_304()
    {
        using var first = await _service.GetAsync("/v1/activities");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/activities");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _service.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/v1/activities?limit=3", "limit")]
    [InlineData("/v1/feeds?state=error", "state")]
    public async Task A_list_that_takes_no_parameters_refuses_them(string path, string parameter) =>
        Assert.True((await _service.ErrorsAsync(path)).ContainsKey(parameter));
}
