using Signposting.Api.Places;
using Signposting.Store.Search;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>One page of a search to be answered: the first of a request, or what a cursor goes on with.</summary>
/// <param name="Place">Null: no place, for online ones.</param>
/// <param name="After">Null: from the first.</param>
/// <param name="Conditions">Null: none was asked for.</param>
internal sealed record SearchTurn(SearchRequest Request, FoundPlace? Place, DateTimeOffset AsOf, Position? After, ConditionSet? Conditions)
{
    /// <summary>A record would print its values.</summary>
    public override string ToString() => nameof(SearchTurn);
}
