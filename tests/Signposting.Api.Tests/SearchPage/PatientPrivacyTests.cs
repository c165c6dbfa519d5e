using System.Net;
using System.Net.Http.Headers;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Recorded;
using Signposting.Api.Tests.Running;
using Signposting.Api.Tests.Usage;
using Signposting.Store;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>What a page must not tell of a patient, and must not take.</summary>
public sealed class PatientPrivacyTests
{
    private static readonly (string, string)[] Search = [("place", Surgery.Postcode), ("condition", "falls"), ("radius", "5"), ("when", "fortnight")];

    [Fact]
    public async Task The_address_of_an_activity_tells_another_browser_nothing_of_the_search_it_was_found_with()
    {
        await using var service = await ServiceAsync();
        using var own = new Browsing(service);
        var (_, results) = await own.PostAsync("/", "/search", Search);
        var address = $"/activity/{Town.TaiChi.PublicId}?s={results["/search?s=".Length..]}";
        Assert.Contains("For Falls risk", (await own.GetAsync(address)).Html, StringComparison.Ordinal);

        using var other = new Browsing(service);
        var (status, html) = await other.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Tai Chi for balance", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Falls risk", html, StringComparison.Ordinal);
        Assert.DoesNotContain("?s=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_nhs_number_among_the_words_of_the_filters_is_refused_and_stands_in_no_address()
    {
        await using var service = await ServiceAsync();
        using var browsing = new Browsing(service);
        var (_, results) = await browsing.PostAsync("/", "/search", Search);

        var (status, location) = await browsing.PostAsync(results, "/search", ("s", results["/search?s=".Length..]), ("q", "943 476 5919"));

        Assert.Equal((HttpStatusCode.BadRequest, ""), (status, location));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/shortlist")]
    [InlineData("/leaflet")]
    public async Task A_form_in_parts_that_breaks_off_is_refused(string path)
    {
        await using var service = await ServiceAsync();
        using var content = new StringContent("hello");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var answer = await service.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_with_a_line_break_in_it_is_no_token()
    {
        await using var service = await ServiceAsync();
        using var browsing = new Browsing(service);
        var (_, results) = await browsing.PostAsync("/", "/search", Search);

        var (status, _) = await browsing.GetAsync(results + "%0A%0A%0A%0A");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Conditions_that_were_typed_and_not_confirmed_are_asked_for_again_and_never_left_out_silently()
    {
        await using var service = await ServiceAsync();
        using var browsing = new Browsing(service);

        var (status, location) = await browsing.PostAsync("/", "/search", ("place", Surgery.Postcode), ("offered-for", "diabetes"), ("radius", "5"), ("when", "fortnight"));
        Assert.Equal((HttpStatusCode.BadRequest, ""), (status, location));
        (status, location) = await browsing.PostAsync("/", "/search", ("place", Surgery.Postcode), ("offered-for", "diabetes"), ("condition", "type-2-diabetes"), ("radius", "5"), ("when", "fortnight"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Type 2 diabetes", (await browsing.GetAsync(location)).Html, StringComparison.Ordinal);
    }

    private static async Task<TestService> ServiceAsync()
    {
        var service = await TestService.StartAsync(StoreEngine.Sqlite, FakeTime.Start);
        await Surgery.FillAsync(service.Store);
        return service;
    }
}
