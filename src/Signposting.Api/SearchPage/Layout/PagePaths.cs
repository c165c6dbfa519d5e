namespace Signposting.Api.SearchPage.Layout;

/// <summary>The addresses of the pages.</summary>
internal static class PagePaths
{
    public const string Start = "/";
    public const string Search = "/search";
    public const string Activity = "/activity";
    public const string Shortlist = "/shortlist";
    public const string Leaflet = "/leaflet";
    public const string Conditions = "/conditions";
    public const string Feeds = "/feeds";
    public const string About = "/about";

    /// <param name="id">Of the opportunity.</param>
    /// <param name="token">Of the search it was found by (conditions and place), so that its page can say why it suits; null: without.</param>
    public static string OfActivity(string id, string? token = null) => $"{Activity}/{id}{(token is null ? "" : $"?s={token}")}";

    public static string OfSearch(string token) => $"{Search}?s={token}";

    public static string OfCondition(string key) => $"{Conditions}/{key}";
}
