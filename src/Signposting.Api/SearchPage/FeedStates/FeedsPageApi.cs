using Signposting.Api.Access;
using Signposting.Api.SearchPage.Layout;
using Signposting.Api.SearchPage.Rendering;

namespace Signposting.Api.SearchPage.FeedStates;

/// <summary>The address <c>/feeds</c>.</summary>
internal static class FeedsPageApi
{
    public static void AddFeedsPage(this IServiceCollection services) => services.AddSingleton<ShowFeeds>();

    public static void MapFeedsPage(this IEndpointRouteBuilder app) =>
        app.MapGet(PagePaths.Feeds, (HttpContext http, ShowFeeds show) => show.AnswerAsync(http.RequestAborted)).RequireScope(Scopes.Search).IsPage();
}
