using Signposting.Api.SearchPage.Cards;
using Signposting.Api.SearchPage.Leaflets;

namespace Signposting.Api.SearchPage.Shortlists;

/// <summary>The shortlist as its page shows it.</summary>
public sealed record ShortlistModel
{
    public required IReadOnlyList<ShortlistItem> Items { get; init; }

    /// <summary>Of the search that they were found by; null: none.</summary>
    public string? Token { get; init; }

    /// <summary>Somebody tried to add one too many.</summary>
    public bool IsOverfull { get; init; }

    /// <summary>A leaflet can be made of something.</summary>
    public bool HasOffered => Items.Any(item => !item.IsOff);
}

/// <summary>One activity of the shortlist.</summary>
/// <param name="Card">Null: it is gone.</param>
/// <param name="Warning">What has become of it; null: nothing.</param>
/// <param name="IsOff">Nobody can go there.</param>
public sealed record ShortlistItem(string Id, string Name, ActivityCard? Card, string? Warning, bool IsOff)
{
    internal static ShortlistItem Of(LeafletEntry entry, string? token, DateTimeOffset now)
    {
        var card = entry.Item is { } item ? ActivityCards.Of(item, now, token) : null;
        return new ShortlistItem(
            entry.Id, card?.Name ?? "An activity that is no longer offered", card, LeafletWords.WarningOf(entry.Standing), entry.Standing is Standing.Gone or Standing.Cancelled);
    }
}
