using Signposting.Api.Places;
using Signposting.Store.Search;

namespace Signposting.Api.Opportunities;

/// <summary>All that the next page needs: the query with its place already found, when it was asked, and where the page before ended.</summary>
internal sealed record Cursor
{
    public required SearchRequest Request { get; init; }

    public FoundPlace? Place { get; init; }

    /// <summary>The moment of the first page.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Of the rules that ranked the first page; null without conditions.</summary>
    public string? RulesVersion { get; init; }

    public required Position After { get; init; }
}
