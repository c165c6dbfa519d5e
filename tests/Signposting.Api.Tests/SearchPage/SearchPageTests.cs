using System.Net;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Usage;
using Signposting.Store.Usage;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>Start page and results, as a browser without scripts sees them.</summary>
public sealed class SearchPageTests(TownService town)
{
    private readonly TestService _service = town.Service;

    [Fact]
    public async Task A_search_is_posted_and_its_address_holds_neither_place_nor_condition()
    {
        using var browser = new PageBrowser(_service);

        var (status, location) = await browser.SearchAsync("Testham", condition: "falls");

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.StartsWith("/search?s=", location, StringComparison.Ordinal);
        Assert.DoesNotContain("falls", location, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Testham", location, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Results_say_what_where_when_what_it_costs_whom_for_why_and_what_is_not_stated()
    {
        using var browser = new PageBrowser(_service);

        var html = await browser.ResultsAsync("Testham", condition: "falls");

        foreach (var words in (string[])["Tai Chi for balance", "0.3 miles", "Tuesday 16 June, 10am", "£3.50 to £5", "Aged 50 and over", "Recommended", "Not stated:", "From ", "Falls"])
            Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter a postcode or a town")]
    [InlineData("Nowhere-on-Sea", "We know no activities in a place of this name")]
    public async Task What_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(string place, string fix)
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostAsync("/", "/search", ("place", place), ("words", "bad knee"), ("radius", "8"), ("when", "week"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#place\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"place-error\"", html, StringComparison.Ordinal);
        Assert.Contains(fix, html, StringComparison.Ordinal);
        Assert.Contains($"name=\"place\" type=\"text\" value=\"{place}\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"8\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_is_not_said_to_be_unknown_before_the_records_were_read()
    {
        await using var service = await TestService.StartAsync();
        using var http = new HttpClient { BaseAddress = service.Http.BaseAddress };
        var token = System.Text.RegularExpressions.Regex.Match(await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["place"] = "Leeds", ["radius"] = "8", ["when"] = "week" });

        using var answer = await http.PostAsync(new Uri("/search", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("still being read", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_lead_to_conditions_to_choose_from_and_never_to_results_by_themselves()
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostAsync("/", "/search", ("place", "Testham"), ("words", "bad knee, diabetes"), ("radius", "8"), ("when", "week"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Which conditions do you mean?", html, StringComparison.Ordinal);
        Assert.Contains("value=\"osteoarthritis\" checked", html, StringComparison.Ordinal);
        Assert.Contains("value=\"type-2-diabetes\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"type-2-diabetes\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_mean_no_condition_are_named_the_others_kept_and_near_ones_offered()
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostAsync("/", "/search", ("place", "Testham"), ("words", "wibble, COPD, a chest infection"), ("radius", "8"), ("when", "week"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("We did not understand <strong>“<bdi>wibble</bdi>”</strong> or <strong>“<bdi>a chest infection</bdi>”</strong>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"copd\" checked", html, StringComparison.Ordinal);
        Assert.Contains("value=\"asthma\" aria-describedby=\"near-asthma\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_without_any_condition_has_to_be_said()
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostAsync("/", "/search", ("place", "Testham"), ("offered-for", "wibble"), ("radius", "8"), ("when", "week"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#none\"", html, StringComparison.Ordinal);
        Assert.Contains("wibble", html, StringComparison.Ordinal);

        (status, _) = await browser.PostAsync("/", "/search", ("place", "Testham"), ("offered-for", "wibble"), ("none", "true"), ("radius", "8"), ("when", "week"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
    }

    [Fact]
    public async Task What_is_no_condition_but_a_wish_becomes_a_filter_to_tick()
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostAsync("/", "/search", ("place", "Testham"), ("words", "bad knee, no car, twenty pounds a month, aged 72"), ("radius", "8"), ("when", "week"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("We did not understand", html, StringComparison.Ordinal);
        foreach (var part in (string[])["value=\"osteoarthritis\" checked", "value=\"cost-5\" checked", "value=\"age-72\" checked", "You typed “<bdi>no car</bdi>”", "directions by public transport"])
            Assert.Contains(part, html, StringComparison.Ordinal);

        var results = await browser.FollowAsync(await browser.PostAsync(
            "/", "/search", ("place", "Testham"), ("offered-for", "bad knee"), ("condition", "osteoarthritis"), ("narrow", "cost-5"), ("narrow", "age-72"), ("narrow", "wibble"), ("radius", "8"), ("when", "week")));
        Assert.Contains("£5 or less (lowest price)", results.Html, StringComparison.Ordinal);
        Assert.Contains("Aged 72", results.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_by_its_own_name_needs_no_confirming()
    {
        using var browser = new PageBrowser(_service);

        var results = await browser.FollowAsync(await browser.PostAsync("/", "/search", ("place", "Testham"), ("words", "type 2 diabetes, Asthma"), ("radius", "8"), ("when", "week")));

        Assert.Contains("For Type 2 diabetes and Asthma", results.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_of_which_only_the_lowest_is_within_the_filter_says_so()
    {
        using var browser = new PageBrowser(_service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", radius: "8"));

        var narrowed = await browser.RefineAsync(results, ("cost", "3"));
        Assert.DoesNotContain("Only the lowest price", narrowed.Html, StringComparison.Ordinal);
        narrowed = await browser.FollowAsync(await browser.GetAsync($"/search?{Town.Centre}&radius=5&maxPrice=4"));
        Assert.Contains("Only the lowest price is within £4", narrowed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_activity_is_not_advised_there_is_a_message_and_no_list()
    {
        using var browser = new PageBrowser(_service);

        var html = await browser.ResultsAsync("Testham", condition: "me-cfs");

        Assert.Contains("No activities are suggested", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Tai Chi for balance", html, StringComparison.Ordinal);
        Assert.DoesNotContain("filter-form", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_would_find_something_and_how_much()
    {
        using var browser = new PageBrowser(_service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", radius: "8"));

        var narrowed = await browser.RefineAsync(results, ("wheelchair", "true"), ("stated", "true"));

        Assert.Contains("No activities found", narrowed.Html, StringComparison.Ordinal);
        Assert.Contains("Take away “Wheelchair accessible”", narrowed.Html, StringComparison.Ordinal);
        Assert.Matches(@"Take away “Only what is stated”[^–]*\d activit", narrowed.Html);
    }

    [Fact]
    public async Task Where_no_one_change_is_enough_all_filters_can_be_taken_away_at_once()
    {
        using var browser = new PageBrowser(_service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", radius: "8"));

        var narrowed = await browser.RefineAsync(results, ("wheelchair", "true"), ("stated", "true"), ("q", "wibble"));
        Assert.Contains("Take away all filters", narrowed.Html, StringComparison.Ordinal);

        var again = await browser.RefineAsync(narrowed, ("clear", "true"));
        Assert.Contains("Tai Chi for balance", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_publisher_wrote_is_text_and_nothing_else()
    {
        await using var service = await TestService.StartAsync();
        var hostile = new Listing("hostile").At(53.8, -1.55, venue: "</bdi><img src=x onerror=alert(1)>").On("2026-06-12T18:00:00+01:00").With(description => description with
        {
            Name = "<script>alert(1)</script>\u202Egnp.exe" + new string('x', 10_000),
            Organizer = new Signposting.Store.Opportunities.Organizer { Name = "\"><svg onload=alert(1)>", Url = "javascript:alert(1)" },
            Url = "javascript:alert(1)",
        });
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync([hostile]);
        using var browser = new PageBrowser(service);

        var html = await browser.ResultsAsync("Testham");

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain(new string('x', 200), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_one_search_of_the_page_however_often_they_are_loaded()
    {
        await using var service = await TestService.StartAsync();
        using var browser = new PageBrowser(service);
        var surgery = await Surgery.OpenAsync(service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", "falls"));
        await browser.GetAsync(results.Address);
        await service.JsonAsync($"/v1/opportunities?{Town.Centre}");

        var events = await surgery.EventsAsync(2);

        Assert.Equal([UsageChannel.Page, UsageChannel.Rest], events.Select(one => one.Channel));
        Assert.Equal(["falls"], events[0].Conditions);
        Assert.DoesNotContain("Testham", service.Log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(results.Token, service.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_searching_needs_a_credential_a_browser_is_told_in_a_page()
    {
        await using var service = await TestService.StartAsync("--Access:AnonymousSearch", "false");
        using var browser = new PageBrowser(service);

        var (status, html) = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("You need to sign in", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_of_yesterday_is_not_shown_and_the_form_says_why()
    {
        await using var service = await TestService.StartAsync();
        using var browser = new PageBrowser(service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham"));

        service.Time.Move(TimeSpan.FromHours(9));
        var (status, html) = await browser.GetAsync(results.Address);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("more than 8 hours old", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_applied_shown_as_tags_and_taken_away_again()
    {
        using var browser = new PageBrowser(_service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", radius: "8"));

        var filtered = await browser.RefineAsync(results, ("cost", "5"), ("day", "tue"), ("stated", "true"));
        Assert.Contains("Tai Chi for balance", filtered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Learn to swim", filtered.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"day-tue\"", filtered.Html, StringComparison.Ordinal);

        var again = await browser.RefineAsync(filtered, ("clear", "true"));
        Assert.Contains("Learn to swim", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_between_in_person_and_online_has_counts()
    {
        using var browser = new PageBrowser(_service);

        var html = await browser.ResultsAsync("Testham");

        Assert.Matches(@"<option value=""in-person"" selected>In person \(\d+\)</option>", html);
        Assert.Contains(">Online (1)</option>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_is_wrong_keeps_the_results_and_says_so_at_the_field()
    {
        using var browser = new PageBrowser(_service);
        var results = await browser.FollowAsync(await browser.SearchAsync("Testham", radius: "8"));

        var (status, html) = await browser.PostAsync(results.Address, "/search", ("s", results.Token), ("age", "abc"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Age must be a whole number from 0 to 120", html, StringComparison.Ordinal);
        Assert.Contains("Tai Chi for balance", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_the_parameters_of_rest_is_led_to_an_address_without_them()
    {
        using var browser = new PageBrowser(_service);

        var (status, location) = await browser.GetAsync($"/search?{Town.Centre}&radius=5&condition=129839007&maxPrice=4");

        Assert.Equal(HttpStatusCode.SeeOther, status);
        var html = (await browser.GetAsync(location)).Body;
        Assert.Contains("For Falls", html, StringComparison.Ordinal);
        Assert.Contains("£4 or less (lowest price)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("radius=900&lat=53.8&lon=-1.55", "#radius", "radius must be a number")]
    [InlineData("lat=53.8&lon=-1.55&condition=wibble", "#words", "condition ")]
    [InlineData("lat=53.8&lon=-1.55&colour=blue", "#place", "colour there is no such parameter")]
    [InlineData("postcode=wibble", "#place", "postcode does not have the form")]
    public async Task A_link_that_is_wrong_is_a_page_that_names_the_parameter_and_the_fix(string query, string field, string fix)
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.GetAsync($"/search?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"href=\"{field}\"", html, StringComparison.Ordinal);
        Assert.Contains(fix, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_made_is_refused()
    {
        using var browser = new PageBrowser(_service);

        var (status, html) = await browser.PostWithoutPageAsync("/search", ("place", "Testham"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("The form could not be used", html, StringComparison.Ordinal);
    }
}
