using Microsoft.AspNetCore.Http.HttpResults;
using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Start;
using Signposting.Api.SearchPage.Results;
using Signposting.Api.Hosting;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>The start page and the results, from request to page.</summary>
internal sealed class SearchPages(SearchTokens tokens, ReadSearch read, RefineSearch refine, ShowResults results, StoreAccess store)
{
    /// <summary><c>/</c>, and <c>/?s=TOKEN</c> to change a search.</summary>
    public IResult Start(HttpContext http)
    {
        // Forms are protected by keys that lie in the store.
        _ = store.Store;
        string? token = http.Request.Query["s"];
        var form = tokens.Read(token) is { } search ? read.FormOf(search, token!) : new SearchForm();
        return Start(new SearchView(form, []));
    }

    /// <summary><c>GET /search</c>: results of a token, or a link to be made one.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (query.Count == 0)
            return Start(new SearchView(new SearchForm(), []));
        if (query is { Count: 1 } && query["s"] is [{ } token])
        {
            return Own(http, token) is { } search
                ? Results(await results.ShowAsync(search, token, http.Caller(), http.RequestAborted))
                : Start(new SearchView(new SearchForm(), []) { Notice = "Your search is no longer kept: it is more than 8 hours old, or its address is not complete. Search again." }, StatusCodes.Status400BadRequest);
        }

        return Answer(http, await read.OfLinkAsync(http.Request.QueryString.Value, http.RequestAborted));
    }

    /// <summary><c>POST /search</c>: a new search, or a change to one.</summary>
    public async Task<IResult> PostAsync(HttpContext http, IFormCollection form)
    {
        string? token = form["s"];
        var from = tokens.Read(token);
        if (form.ContainsKey("place"))
            return Answer(http, await read.OfFormAsync(form, from, http.RequestAborted));
        if (from is null)
            return Start(new SearchView(new SearchForm(), []) { Notice = "Your search is more than 8 hours old and no longer kept. Search again." }, StatusCodes.Status400BadRequest);
        var (search, errors) = refine.Refine(from, form);
        return errors.Count == 0
            ? Redirect(http, tokens.Write(search))
            : Results(await results.ShowAsync(from, token!, http.Caller(), http.RequestAborted) with { Errors = errors }, StatusCodes.Status400BadRequest);
    }

    private IResult Answer(HttpContext http, (PageSearch? Search, SearchView? Back) read) => read.Search is { } search
        ? Redirect(http, tokens.Write(search))
        : Start(read.Back!, read.Back!.Errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private PageSearch? Own(HttpContext http, string token)
    {
        var search = tokens.Read(token);
        if (search is not null)
            OwnSearches.Note(http, token);
        return search;
    }

    private static StatusCodeHttpResult Redirect(HttpContext http, string token)
    {
        OwnSearches.Note(http, token);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = PagePaths.OfSearch(token);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    internal static HtmlPage<StartPage> Start(SearchView view, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(StartPage.View)] = view }, status);

    internal static HtmlPage<ResultsPage> Results(ResultsView view, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ResultsPage.View)] = view }, status);
}
