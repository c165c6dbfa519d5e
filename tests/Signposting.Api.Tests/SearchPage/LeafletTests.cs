using System.Net;
using System.Text.RegularExpressions;
using Signposting.Api.SearchPage.Leaflets;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Usage;
using Signposting.Store;
using Signposting.Store.Opportunities;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.SearchPage;

public sealed partial class LeafletTests
{
    private static readonly LeafletCode Code = new([Town.TaiChi.PublicId, Town.Bare.PublicId, Town.Timeless.PublicId], FakeTime.Start);

    [Theory, EachEngine]
    public async Task Making_one_records_a_signpost_to_each_activity_and_leads_to_it(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        await Surgery.FillAsync(service.Store);
        service.Time.Move(TimeSpan.FromMinutes(1));
        using var browsing = new Browsing(service);
        await browsing.AddAsync(Town.TaiChi.PublicId);
        await browsing.AddAsync(Town.Bare.PublicId);

        var (status, location) = await browsing.PostAsync("/shortlist", "/leaflet", ("size", "a4"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        var signposts = (await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Where(one => one.Kind == UsageKind.Signpost).ToList();
        Assert.Equal([Town.TaiChi.PublicId, Town.Bare.PublicId], signposts.Select(one => one.Opportunity));
        Assert.All(signposts, one => Assert.Equal(UsageChannel.Leaflet, one.Channel));
        var (_, html) = await browsing.GetAsync(location);
        Assert.Contains("Tai Chi for balance", html, StringComparison.Ordinal);
        Assert.Contains("Tuesday 16 June", html, StringComparison.Ordinal);
        Assert.Contains("Not on Tuesday 23 June: cancelled", html, StringComparison.Ordinal);
        Assert.Contains("How much does it cost?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("since this was made", html, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task From_a_search_it_is_counted_by_condition_area_and_distance_and_tells_none_of_them(StoreEngine engine)
    {
        await using var service = await TestService.StartAsync(engine, FakeTime.Start);
        await Surgery.FillAsync(service.Store);
        using var browsing = new Browsing(service);
        var (_, results) = await browsing.PostAsync("/", "/search", ("place", Surgery.Postcode), ("condition", "falls"), ("radius", "5"), ("when", "fortnight"));
        var token = results["/search?s=".Length..];
        var (_, page) = await browsing.GetAsync($"/activity/{Town.TaiChi.PublicId}?s={token}");
        Assert.Contains("For Falls risk", page, StringComparison.Ordinal);
        Assert.Contains("Recommended", page, StringComparison.Ordinal);

        var (_, back) = await browsing.PostAsync(results, "/shortlist", ("id", Town.TaiChi.PublicId), ("s", token));
        Assert.Equal($"/search?s={token}#{Town.TaiChi.PublicId}", back);
        var (_, location) = await browsing.PostAsync($"/shortlist?s={token}", "/leaflet", ("s", token), ("size", "large"));

        var signpost = (await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken)).Single(one => one.Kind == UsageKind.Signpost);
        Assert.Equal(["falls"], signpost.Conditions);
        Assert.Equal((Surgery.Area, DistanceBand.Under1), (signpost.Area, signpost.Distance));
        var (_, html) = await browsing.GetAsync(location);
        Assert.All((string[])["s=", token, "fall", Surgery.Postcode.Replace(" ", "", StringComparison.Ordinal)], text => Assert.DoesNotContain(text, location, StringComparison.OrdinalIgnoreCase));
        Assert.All((string[])[token, "Falls risk"], text => Assert.DoesNotContain(text, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_form_of_a_page_nothing_is_made_and_nothing_recorded()
    {
        await using var service = await TestService.StartAsync();
        await Surgery.FillAsync(service.Store);
        using var browsing = new Browsing(service);
        await browsing.AddAsync(Town.TaiChi.PublicId);

        var (status, _) = await browsing.PostWithoutPageAsync("/leaflet", ("size", "a4"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain(await service.Store.ReadUsageAsync(Surgery.Day, TestContext.Current.CancellationToken), one => one.Kind == UsageKind.Signpost);
    }

    [Fact]
    public async Task A_link_tells_what_has_become_of_its_activities()
    {
        await using var service = await TestService.StartAsync();
        var publisher = await Publisher.RegisterAsync(service.Store);
        await publisher.PublishAsync(Town.All);
        service.Time.Move(TimeSpan.FromHours(1));
        var link = "/leaflet?l=" + (Code with { Made = service.Time.GetUtcNow() }).Write();
        using var browsing = new Browsing(service);
        Assert.DoesNotContain("since this was made", (await browsing.GetAsync(link)).Html, StringComparison.Ordinal);

        service.Time.Move(TimeSpan.FromHours(1));
        await publisher.CommitAsync(
        [
            Town.TaiChi.With(description => description with { Status = SessionStatus.Cancelled }).ToItem(2),
            Town.Bare.ToTombstone(2),
            Town.Timeless.With(description => description with { Text = "In another hall." }).ToItem(2),
        ]);

        var (status, html) = await browsing.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Changes since this was made", html, StringComparison.Ordinal);
        Assert.Contains("This is cancelled. Do not go.", html, StringComparison.Ordinal);
        Assert.Contains("This is no longer offered. Do not go.", html, StringComparison.Ordinal);
        Assert.Contains("The details have changed", html, StringComparison.Ordinal);
        Assert.Single(Block().Matches(html));
    }

    [Fact]
    public void A_code_is_read_as_it_was_written_and_none_that_lost_its_end()
    {
        var text = Code.Write();

        Assert.Equal(51, text.Length);
        var read = LeafletCode.Read(text);
        Assert.Equal(Code.Ids, read?.Ids);
        Assert.Equal(Code.Made, read?.Made);
        for (var length = 0; length < text.Length; length++)
            Assert.Null(LeafletCode.Read(text[..length]));
        Assert.Null(LeafletCode.Read(text + "A"));
        Assert.Null(LeafletCode.Read(new string('A', 100_000)));
    }

    [Fact]
    public async Task A_link_that_is_not_whole_is_answered_404_with_a_way_on()
    {
        await using var service = await TestService.StartAsync();
        using var browsing = new Browsing(service);

        var (status, html) = await browsing.GetAsync("/leaflet?l=AAAA");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("The link is not complete", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/shortlist\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_for_a_camera_has_a_quiet_zone_and_the_three_marks_it_is_found_by()
    {
        var code = QrCode.Of("http://localhost/activity/op_0123456789abcdef");

        // ISO/IEC 18004: four light modules around it, and in three corners a dark row of seven.
        Assert.True((code.Size - 8 - 21) % 4 == 0, $"{code.Size}");
        Assert.StartsWith($"M4 4h7v1H4z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M{code.Size - 11} 4h7v1H{code.Size - 11}z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {code.Size - 5}h7v1H4z", code.Path, StringComparison.Ordinal);
    }

    [GeneratedRegex("<section class=\"app-block\"")]
    private static partial Regex Block();
}
