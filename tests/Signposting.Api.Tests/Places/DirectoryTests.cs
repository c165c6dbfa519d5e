using System.Net;
using Signposting.Api.Tests.Running;
using Signposting.Store.Opportunities;
using Signposting.Store.Places;

namespace Signposting.Api.Tests.Places;

public sealed class DirectoryTests
{
    [Fact]
    public async Task An_imported_directory_answers_and_nobody_else_is_asked()
    {
        await using var remote = await ScriptedPostcodes.StartAsync();
        await using var service = await WithDirectoryAsync(remote);

        var place = (await service.JsonAsync("/v1/opportunities?postcode=ls2+9jt"))["query"]!["place"]!;
        Assert.Equal(("LS2 9JT", 53.808, "postcode"), ((string?)place["postcode"], (double)place["lat"]!, (string?)place["precision"]));
        Assert.False(place.AsObject().ContainsKey("terminated"));
        await service.JsonAsync("/v1/opportunities?postcode=LS9+9ZZ", HttpStatusCode.NotFound);
        Assert.Empty(remote.Asked);
    }

    [Fact]
    public async Task A_terminated_postcode_is_found_and_marked()
    {
        await using var service = await WithDirectoryAsync();

        var answer = await service.JsonAsync("/v1/opportunities?postcode=LS2+1AA");

        Assert.Equal("2019-06", (string?)answer["query"]!["place"]!["terminated"]);
    }

    [Fact]
    public async Task A_postcode_without_coordinates_is_not_found()
    {
        await using var service = await WithDirectoryAsync();

        var problem = await service.JsonAsync("/v1/opportunities?postcode=JE2+3AB", HttpStatusCode.NotFound);

        Assert.Contains("without coordinates", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outward_code_is_the_middle_of_its_live_postcodes()
    {
        await using var service = await WithDirectoryAsync();

        var place = (await service.JsonAsync("/v1/opportunities?postcode=LS2"))["query"]!["place"]!;

        Assert.Equal(("LS2", "outcode"), ((string?)place["postcode"], (string?)place["precision"]));
        Assert.Equal(53.807, (double)place["lat"]!, 3);
    }

    [Fact]
    public async Task Without_a_directory_and_without_leave_to_ask_it_says_how_to_import_one()
    {
        await using var service = await TestService.StartAsync();

        var problem = await service.JsonAsync("/v1/opportunities?postcode=LS1+3AD", HttpStatusCode.ServiceUnavailable);

        Assert.Contains("import-postcodes", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    private static async Task<TestService> WithDirectoryAsync(ScriptedPostcodes? remote = null)
    {
        var service = remote is null
            ? await TestService.StartAsync()
            : await TestService.StartAsync("--Postcodes:Remote", "true", "--Postcodes:RemoteUrl", remote.Url);
        Postcode[] rows =
        [
            new("LS2 9JT", new GeoPoint(53.808, -1.553), null), new("LS2 7EW", new GeoPoint(53.806, -1.537), null),
            new("LS2 1AA", new GeoPoint(53.9, -1.5), "2019-06"), new("JE2 3AB", null, null),
        ];
        await service.Store.ImportPostcodesAsync(rows.ToAsyncEnumerable(), "test", TestContext.Current.CancellationToken);
        return service;
    }
}
