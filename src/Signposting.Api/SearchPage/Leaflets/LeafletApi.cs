using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>The address <c>/leaflet</c>: a leaflet is made by a posted form and read, printed and shared by its link.</summary>
internal static class LeafletApi
{
    public static void AddLeaflets(this IServiceCollection services)
    {
        services.AddSingleton<MakeLeaflet>();
        services.AddSingleton<ShowLeaflet>();
    }

    public static void MapLeaflet(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Leaflet, (HttpContext http, ShowLeaflet show) => show.AnswerAsync(http)).RequireScope(Scopes.Search).IsPage();
        app.MapPost(PagePaths.Leaflet, (HttpContext http, MakeLeaflet make) => make.AnswerAsync(http)).RequireScope(Scopes.Search).IsPage();
    }
}
