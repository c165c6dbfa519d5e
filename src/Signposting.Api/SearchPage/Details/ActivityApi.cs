using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Details;

/// <summary>The address <c>/activity/{id}</c>.</summary>
internal static class ActivityApi
{
    public static void AddActivityPage(this IServiceCollection services)
    {
        services.AddSingleton<SearchOrigins>();
        services.AddSingleton<ShowActivity>();
    }

    public static void MapActivityPage(this IEndpointRouteBuilder app) => app
        .MapGet(PagePaths.Activity + "/{id}", (string id, HttpContext http, ShowActivity show) => show.AnswerAsync(http, id))
        .RequireScope(Scopes.Search)
        .IsPage();
}
