using System.Net;
using System.Text.RegularExpressions;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.SearchPage;

/// <summary>A browser without a window: keeps cookies, fills in the forms that a page has, and follows no redirect by itself.</summary>
internal sealed partial class Browsing : IDisposable
{
    private readonly HttpClient _http;

    public Browsing(TestService service) =>
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = service.Http.BaseAddress };

    public CookieContainer Cookies { get; } = new();

    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a form as the page at <paramref name="from"/> would.</summary>
    /// <returns>Where it leads; empty: nowhere.</returns>
    public async Task<(HttpStatusCode Status, string Location)> PostAsync(string from, string path, params (string Name, string Value)[] fields)
    {
        var (_, html) = await GetAsync(from);
        var token = Token().Match(html).Groups[1].Value;
        return await PostWithoutPageAsync(path, [("form-token", token), .. fields]);
    }

    public async Task<(HttpStatusCode Status, string Location)> PostWithoutPageAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.Location?.ToString() ?? "");
    }

    /// <summary>Puts an opportunity on the shortlist, from its page.</summary>
    public Task<(HttpStatusCode Status, string Location)> AddAsync(string id) => PostAsync($"/activity/{id}", "/shortlist", ("do", "add"), ("id", id), ("back", "activity"));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
