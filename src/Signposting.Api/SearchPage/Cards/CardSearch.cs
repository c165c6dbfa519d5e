namespace Signposting.Api.SearchPage.Cards;

/// <summary>What a card has to know of the search that it answers.</summary>
/// <param name="Conditions">Names of the conditions asked for, by their keys.</param>
/// <param name="MaxPrice">Pounds; null: no price was asked for.</param>
internal sealed record CardSearch(IReadOnlyDictionary<string, string> Conditions, decimal? MaxPrice);
