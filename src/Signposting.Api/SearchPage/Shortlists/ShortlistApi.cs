using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>The address <c>/shortlist</c>.</summary>
internal static class ShortlistApi
{
    public static void AddShortlist(this IServiceCollection services)
    {
        services.AddSingleton<ShortlistCookie>();
        services.AddSingleton<ShowShortlist>();
        services.AddSingleton<ChangeShortlist>();
    }

    public static void MapShortlist(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Shortlist, (HttpContext http, ShowShortlist show) => show.AnswerAsync(http)).RequireScope(Scopes.Search).IsPage();
        app.MapPost(PagePaths.Shortlist, (HttpContext http, ChangeShortlist change) => change.AnswerAsync(http)).RequireScope(Scopes.Search).IsPage();
    }
}
