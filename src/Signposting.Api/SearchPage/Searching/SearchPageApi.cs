using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;
using Signposting.Api.SearchPage.Results;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>The addresses <c>/</c> and <c>/search</c>.</summary>
internal static class SearchPageApi
{
    public static void AddSearchPage(this IServiceCollection services)
    {
        services.AddSingleton<SearchTokens>();
        services.AddSingleton<FirstSights>();
        services.AddSingleton<FindTypedPlace>();
        services.AddSingleton<ReadWords>();
        services.AddSingleton<ReadSearch>();
        services.AddSingleton<RefineSearch>();
        services.AddSingleton<AppliedFilters>();
        services.AddSingleton<MapDrawing>();
        services.AddSingleton<ShowResults>();
        services.AddSingleton<Loosening>();
        services.AddSingleton<SearchPages>();
    }

    public static void MapSearchPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Start, (HttpContext http, SearchPages pages) => pages.Start(http)).RequireScope(Scopes.Search).IsPage();
        app.MapGet(PagePaths.Search, (HttpContext http, SearchPages pages) => pages.ShowAsync(http)).RequireScope(Scopes.Search).IsPage();
        app.MapPost(PagePaths.Search, async Task<IResult> (HttpContext http, SearchPages pages) =>
        {
            var (form, refusal) = await PostedForm.ReadAsync(http);
            return form is null ? refusal! : await pages.PostAsync(http, form);
        }).RequireScope(Scopes.Search).IsPage();
    }
}
