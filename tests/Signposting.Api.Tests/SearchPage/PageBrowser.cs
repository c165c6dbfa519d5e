using System.Net;
using System.Text.RegularExpressions;
using Signposting.Api.Places;
using Signposting.Api.Tests.Running;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>The search page through HTTP: keeps cookies, sends what its forms would send, and follows nothing by itself.</summary>
internal sealed partial class PageBrowser : IDisposable
{
    private readonly HttpClient _http;

    public PageBrowser(TestService service)
    {
        // The background reads towns from records when its clock says so; a test has a town at once.
        service.Get<TownList>().Note(new Place { Locality = "Testham", Lat = 53.8, Lon = -1.55, Postcode = "LS1 3AD" });
        service.Get<TownList>().EndReading();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = service.Http.BaseAddress };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The HTML of a page, or where it leads.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return await ReadAsync(response);
    }

    /// <summary>Posts as a form of the page at <paramref name="from"/> would.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string from, string path, params (string Name, string Value)[] fields)
    {
        var (_, html) = await GetAsync(from);
        return await PostWithoutPageAsync(path, [("form-token", FormToken().Match(html).Groups[1].Value), .. fields]);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostWithoutPageAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return await ReadAsync(response);
    }

    public Task<(HttpStatusCode Status, string Body)> SearchAsync(string place, string? condition = null, string radius = "1.6") =>
        PostAsync("/", "/search", [("place", place), ("radius", radius), ("when", "fortnight"), .. condition is null ? [] : new[] { ("condition", condition) }]);

    public async Task<string> ResultsAsync(string place, string? condition = null) => (await FollowAsync(await SearchAsync(place, condition, "8"))).Html;

    public async Task<(string Address, string Token, string Html)> FollowAsync((HttpStatusCode Status, string Body) answer)
    {
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Body);
        var (status, html) = await GetAsync(answer.Body);
        Assert.True(status == HttpStatusCode.OK, html);
        return (answer.Body, answer.Body[(answer.Body.IndexOf('=', StringComparison.Ordinal) + 1)..], html);
    }

    public async Task<(string Address, string Token, string Html)> RefineAsync((string Address, string Token, string Html) results, params (string Name, string Value)[] fields) =>
        await FollowAsync(await PostAsync(results.Address, "/search", [("s", results.Token), .. fields]));

    public void Dispose() => _http.Dispose();

    private static async Task<(HttpStatusCode Status, string Body)> ReadAsync(HttpResponseMessage response) =>
        (response.StatusCode, response.Headers.Location?.ToString() ?? await response.Content.ReadAsStringAsync(Cancel));

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
