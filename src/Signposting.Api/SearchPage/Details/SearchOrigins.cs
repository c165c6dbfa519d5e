using Signposting.Api.Conditions;
using Signposting.Api.Places;
using Signposting.Api.SearchPage.Searching;

namespace Signposting.Api.SearchPage.Details;

/// <summary>Reads the token of a search that travels from page to page.</summary>
internal sealed class SearchOrigins(SearchTokens tokens, ClinicalRules clinical)
{
    /// <summary>Its name in addresses and forms.</summary>
    public const string Name = "s";

    /// <summary>From an address: only in the browser that made the search, because addresses are sent to others.</summary>
    public SearchOrigin Read(HttpRequest request) =>
        (string?)request.Query[Name] is { } token && OwnSearches.Has(request, token) ? Read(token) : SearchOrigin.None;

    /// <summary>From a form of ours.</summary>
    /// <param name="token">Null, or one that is no longer valid: the page was reached some other way.</param>
    public SearchOrigin Read(string? token) => tokens.Read(token) is { } search
        ? new SearchOrigin
        {
            Token = token,
            Conditions = search.Request.Conditions.Count > 0 ? clinical.Rules.Conditions.Read(search.Request.Conditions).Set : null,
            // The middle of a district or town tells neither an area nor how far somebody has to go.
            Place = search.Place is { Precision: PlacePrecision.Postcode, Postcode: { } postcode } ? new AskedPlace.FullPostcode(postcode) : null,
        }
        : SearchOrigin.None;
}
