namespace Signposting.Api.StartPage;

/// <summary>The address <c>/</c>.</summary>
internal static class StartPageApi
{
    public static void MapStartPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/", () => "soon").ExcludeFromDescription();
}
