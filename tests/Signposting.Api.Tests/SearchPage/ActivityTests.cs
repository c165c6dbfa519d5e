using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Usage;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.SearchPage;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_page_says_all_that_is_known_where_it_is_from_and_counts_as_a_view()
    {
        await using var service = await TestService.StartAsync();
        await Surgery.FillAsync(service.Store);
        using var browsing = new Browsing(service);

        var (status, html) = await browsing.GetAsync($"/activity/{Town.TaiChi.PublicId}");

        Assert.Equal(HttpStatusCode.OK, status);
        string[] shown =
        [
            "Tai Chi for balance", "Test Centre", "LS1 3AD", "£3.50 to £5", "Aged 50 and over", "5 places left", "Cancelled", "tel:01134960000", "mailto:hello@leisure.test",
            "travelmode=transit", "travelmode=walking", $"/v1/opportunities/{Town.TaiChi.PublicId}/calendar", "Is something wrong here?", "Not stated",
        ];
        Assert.All(shown, text => Assert.Contains(text, html, StringComparison.Ordinal));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        IReadOnlyList<UsageEvent> events;
        while ((events = await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Count == 0)
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        Assert.Equal((UsageKind.View, UsageChannel.Page), (events[0].Kind, events[0].Channel));
    }

    [Fact]
    public async Task What_several_conditions_say_alike_is_said_once()
    {
        await using var service = await TestService.StartAsync();
        await Surgery.FillAsync(service.Store);
        using var browsing = new Browsing(service);
        var (_, results) = await browsing.PostAsync("/", "/search", ("place", Surgery.Postcode), ("condition", "type-2-diabetes"), ("condition", "prediabetes"), ("radius", "5"), ("when", "fortnight"));

        var (_, html) = await browsing.GetAsync($"/activity/{Town.TaiChi.PublicId}?s={results["/search?s=".Length..]}");

        Assert.Equal(2, html.Split("We know of nothing against it").Length);
    }

    [Fact]
    public async Task Withdrawn_is_410_and_unknown_404_and_both_lead_on()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync([Town.TaiChi]);
        await publisher.CommitAsync([Town.TaiChi.ToTombstone(2)]);
        using var browsing = new Browsing(service);

        foreach (var (id, expected) in ((string, HttpStatusCode)[])[(Town.TaiChi.PublicId, HttpStatusCode.Gone), ("op_0000000000000000", HttpStatusCode.NotFound), ("nonsense", HttpStatusCode.NotFound)])
        {
            var (status, html) = await browsing.GetAsync($"/activity/{id}");
            Assert.Equal(expected, status);
            Assert.Contains("href=\"/\"", html, StringComparison.Ordinal);
            Assert.Contains("href=\"/shortlist\"", html, StringComparison.Ordinal);
        }
    }
}
