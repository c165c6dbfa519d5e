using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.Start;

/// <summary>The address <c>/</c>.</summary>
internal static class StartApi
{
    public static void MapStart(this IEndpointRouteBuilder app) => app.MapGet(PagePaths.Start, IResult () => new HtmlPage<StartPage>())
        .RequireScope(Scopes.Search)
        .IsPage();
}
