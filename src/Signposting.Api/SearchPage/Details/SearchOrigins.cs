namespace Signposting.Api.SearchPage.Details;

/// <summary>Reads the token of a search that travels from page to page.</summary>
internal sealed class SearchOrigins
{
    /// <summary>Its name in addresses and forms.</summary>
    public const string Name = "s";

    private readonly SearchOrigin _none = SearchOrigin.None;

    public SearchOrigin Read(string? token) => _none;
}
