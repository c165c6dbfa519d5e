namespace Signposting.Api.SearchPage.Rendering;

/// <summary>Marks an endpoint that people see in a browser: what it refuses is a page, too, and it stands in no contract.</summary>
internal sealed class PageEndpoint
{
    public static readonly PageEndpoint Mark = new();
}

internal static class PageConventions
{
    public static TBuilder IsPage<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(PageEndpoint.Mark).ExcludeFromDescription();
}
