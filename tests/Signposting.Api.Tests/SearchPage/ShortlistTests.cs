using System.Net;
using Signposting.Api.SearchPage.Shortlists;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.SearchPage;

public sealed class ShortlistTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task What_is_added_stands_there_in_its_order_and_can_be_removed_and_cleared()
    {
        using var browsing = new Browsing(_service);
        Assert.Equal((HttpStatusCode.SeeOther, $"/activity/{Town.TaiChi.PublicId}"), await browsing.AddAsync(Town.TaiChi.PublicId));
        await browsing.AddAsync(Town.Bare.PublicId);

        var (_, html) = await browsing.GetAsync("/shortlist");
        Assert.True(html.IndexOf("Tai Chi for balance", StringComparison.Ordinal) < html.IndexOf(">Bare<", StringComparison.Ordinal));

        await browsing.PostAsync("/shortlist", "/shortlist", ("do", "remove"), ("id", Town.TaiChi.PublicId));
        Assert.DoesNotContain("Tai Chi for balance", (await browsing.GetAsync("/shortlist")).Html, StringComparison.Ordinal);
        await browsing.PostAsync("/shortlist", "/shortlist", ("do", "clear"));
        Assert.Contains("Your shortlist is empty", (await browsing.GetAsync("/shortlist")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_encrypted_ends_with_the_browser_and_counts_for_eight_hours()
    {
        await using var service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync([Town.TaiChi]);
        using var browsing = new Browsing(service);
        await browsing.AddAsync(Town.TaiChi.PublicId);

        var cookie = browsing.Cookies.GetAllCookies().Single(cookie => cookie.Name == ShortlistCookie.Name);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(DateTime.MinValue, cookie.Expires);
        Assert.DoesNotContain(Town.TaiChi.PublicId[3..], cookie.Value, StringComparison.Ordinal);

        service.Time.Move(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));
        Assert.Contains("Your shortlist is empty", (await browsing.GetAsync("/shortlist")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_was_changed_is_an_empty_list()
    {
        using var browsing = new Browsing(_service);
        browsing.Cookies.Add(_service.Http.BaseAddress!, new Cookie(ShortlistCookie.Name, "CfDJ8nonsense"));

        var (status, html) = await browsing.GetAsync("/shortlist");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Your shortlist is empty", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_posted_changes_nothing()
    {
        using var browsing = new Browsing(_service);

        var (status, _) = await browsing.PostWithoutPageAsync("/shortlist", ("do", "add"), ("id", Town.TaiChi.PublicId));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain(browsing.Cookies.GetAllCookies(), cookie => cookie.Name == ShortlistCookie.Name);
    }

    [Fact]
    public void It_holds_ten_each_once_and_packs_every_id()
    {
        var ids = Enumerable.Range(0, 12).Select(number => $"op_{number:0000000000000000}").ToList();
        ids[1] = "op_zzzzzzzzzzzzzzzz";

        var list = Shortlist.Of([ids[0], .. ids, "no id"]);

        Assert.Equal(ids.Take(10), list.Ids);
        Assert.True(list.IsFull);
        Assert.Same(list, list.With(ids[11]));
        Assert.Equal(list.Ids, PackedIds.Unpack(PackedIds.Pack(list.Ids)));
    }
}
