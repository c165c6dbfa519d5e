using System.Net;
using System.Text.RegularExpressions;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.Tests.Running;
using Feeds.Harvester.Settings;
using Microsoft.Extensions.Configuration;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>What all pages have in common: headers, assets, errors.</summary>
public sealed partial class FrameTests(TownService town)
{
    private readonly TestService _service = town.Service;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    public async Task A_page_runs_no_inline_script_and_loads_only_from_here(string path)
    {
        using var response = await AskAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        var html = await response.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotMatch("(?i)<style| style=|<script(?! src=)| on[a-z]+=", html);
    }

    [Fact]
    public async Task What_a_page_loads_is_kept_for_a_year_and_compressed()
    {
        using var page = await AskAsync("/");
        var addresses = Asset().Matches(await page.Content.ReadAsStringAsync(Cancel)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
            using var response = await _service.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_is_told_in_a_page_and_a_machine_in_a_problem_document()
    {
        using var page = await AskAsync("/no-such-page");
        using var document = await _service.GetAsync("/v1/no-such-path");

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (document.StatusCode, document.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("Pages:TileUrl", "https://tiles.test/map.png")]
    [InlineData("Pages:TileUrl", "https://{s}.tiles.test/{z}/{x}/{y}.png")]
    [InlineData("Pages:Colour", "blue")]
    public void A_wrong_setting_stops_the_program_and_is_named(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        var wrong = Assert.Throws<SettingsException>(() => PageSettings.Read(configuration));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_configured_tile_server_may_be_loaded_from()
    {
        await using var service = await TestService.StartAsync("--Pages:TileUrl", "https://tiles.test/{z}/{x}/{y}.png", "--Pages:TileAttribution", "Somebody");
        using var response = await service.GetAsync("/");

        Assert.Contains("img-src 'self' data: https://tiles.test;", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_store_is_open_a_page_still_answers_a_browser()
    {
        await using var service = await TestService.StartAsync(openStore: false);
        using var response = await service.GetAsync("/");

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, response.StatusCode.ToString());
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<HttpResponseMessage> AskAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return _service.Http.SendAsync(request, Cancel);
    }

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Asset();
}
