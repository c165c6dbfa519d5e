using Signposting.Api.Opportunities;
using Signposting.Api.Places;

namespace Signposting.Api.SearchPage.Searching;

/// <summary>A search of the page: what its token holds.</summary>
internal sealed record PageSearch
{
    /// <summary>Without its place, which is found already; <c>Limit</c> is how many are shown.</summary>
    public required SearchRequest Request { get; init; }

    /// <summary>Null: online only.</summary>
    public FoundPlace? Place { get; init; }

    /// <summary>The town that was typed; null: a postcode was, or coordinates came by a link.</summary>
    public string? Town { get; init; }

    /// <summary>A key of <see cref="WhenChoices"/>; empty: a window of its own, that came by a link.</summary>
    public string When { get; init; } = "";

    /// <summary>The place as it was asked for.</summary>
    public string PlaceLabel => Town ?? Place?.Postcode ?? (Place is null ? "" : "the place on the map");

    /// <summary>A record would print its values.</summary>
    public override string ToString() => nameof(PageSearch);
}
