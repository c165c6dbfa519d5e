using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_service_whose_store_can_be_read_is_ready()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal("live", (string?)(await service.JsonAsync("/health/live"))["status"]);
        var ready = await service.JsonAsync("/health/ready");
        Assert.Equal(("ready", "ok"), ((string?)ready["status"], (string?)ready["parts"]!["store"]));
    }

    [Fact]
    public async Task Before_its_store_is_open_the_service_lives_and_says_when_to_come_back()
    {
        await using var service = await TestService.StartAsync(openStore: false);

        await service.JsonAsync("/health/live");
        Assert.NotNull((await service.JsonAsync("/health/ready", HttpStatusCode.ServiceUnavailable))["errors"]!["store"]);
        foreach (var path in (string[])[$"/v1/opportunities?{Town.Centre}", $"/v1/opportunities/{Town.Bare.PublicId}", "/v1/feeds"])
        {
            using var response = await service.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
        }

        await service.JsonAsync("/v1/activities");
    }

    [Fact]
    public async Task A_store_that_breaks_while_running_is_answered_503_and_without_details()
    {
        using var folder = new TestFolder();
        await using var service = await TestService.StartAsync(folder);
        await service.JsonAsync($"/v1/opportunities?{Town.Centre}");
        Breakage.Of(folder);

        var problem = await service.JsonAsync($"/v1/opportunities?{Town.Centre}", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("urn:signposting:problem:store-unavailable", (string?)problem["type"]);
        Assert.DoesNotContain(folder.Path, problem.ToJsonString(), StringComparison.Ordinal);
        await service.JsonAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
        await service.JsonAsync("/health/live");
    }
}
