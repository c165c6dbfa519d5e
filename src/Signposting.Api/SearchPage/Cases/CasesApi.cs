using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Cases;

/// <summary>The addresses <c>/conditions</c> and <c>/conditions/{key}</c>: the case for activity, a page for each condition.</summary>
internal static class CasesApi
{
    public static void AddCases(this IServiceCollection services) => services.AddSingleton<ShowCases>();

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Conditions, (ShowCases show) => show.All()).RequireScope(Scopes.Search).IsPage();
        app.MapGet(PagePaths.Conditions + "/{key}", (string key, ShowCases show) => show.One(key)).RequireScope(Scopes.Search).IsPage();
    }
}
