using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.About;

/// <summary>The address <c>/about</c>; open to anyone, because it says what becomes of what is typed.</summary>
internal static class AboutApi
{
    public static void AddAbout(this IServiceCollection services) => services.AddSingleton<ShowAbout>();

    public static void MapAbout(this IEndpointRouteBuilder app) =>
        app.MapGet(PagePaths.About, (HttpContext http, ShowAbout show) => show.AnswerAsync(http.RequestAborted)).AllowAnyone().IsPage();
}
