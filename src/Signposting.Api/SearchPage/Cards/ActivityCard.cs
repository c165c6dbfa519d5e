namespace Signposting.Api.SearchPage.Cards;

/// <summary>An opportunity as a card shows it: finished words, and nothing that its publisher wrote unchecked.</summary>
public sealed record ActivityCard
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The address of its own page.</summary>
    public required string Address { get; init; }

    /// <summary>"Tai Chi, Walking"; null: not stated.</summary>
    public string? Activities { get; init; }

    /// <summary>What it is beyond a class: "Course", "Event", "Court or pitch to hire"; null: a regular session.</summary>
    public string? Kind { get; init; }

    /// <summary>Venue and address, or that it is online.</summary>
    public required string Where { get; init; }

    /// <summary>The venue and its postcode: as much as a list needs.</summary>
    public required string Venue { get; init; }

    /// <summary>"0.6 miles"; null for online ones.</summary>
    public string? Distance { get; init; }

    /// <summary>The next session, or that no times are published.</summary>
    public required string When { get; init; }

    /// <summary>"Tuesdays 10:00–11:00"; null: not told.</summary>
    public string? Schedule { get; init; }

    /// <summary>"5 places left", "Full"; null: not stated.</summary>
    public string? Places { get; init; }

    public required string Cost { get; init; }

    /// <summary>What a price in the filter means here; null: nothing that the cost does not say.</summary>
    public string? CostNote { get; init; }

    /// <summary>"Aged 50 and over", "Women only"; what is stated.</summary>
    public required IReadOnlyList<string> Who { get; init; }

    /// <summary>Null when no condition was asked for.</summary>
    public CardVerdict? Verdict { get; init; }

    /// <summary>For a sentence; null: all is stated.</summary>
    public string? NotStated { get; init; }

    public required string Freshness { get; init; }

    public required bool IsStale { get; init; }

    /// <summary>WGS84 degrees, for the map; null: no place.</summary>
    public double? Lat { get; init; }

    public double? Lon { get; init; }

    /// <summary>Its number on the list and on the map, from 1.</summary>
    public int Number { get; init; }
}

/// <summary>Why it suits, and what to watch.</summary>
/// <param name="Text">"Recommended".</param>
/// <param name="TagClass">Of the tag that shows it.</param>
/// <param name="Reasons">Most cautious first.</param>
/// <param name="Cautions">What to watch for.</param>
/// <param name="ByReferral">It has entry criteria.</param>
public sealed record CardVerdict(string Text, string TagClass, IReadOnlyList<CardReason> Reasons, IReadOnlyList<CardReason> Cautions, bool ByReferral);

/// <summary>A sentence, and for which of several conditions it stands.</summary>
/// <param name="Conditions">Names; null: only one condition was asked for, or the record itself says it.</param>
public sealed record CardReason(string? Conditions, string Text);
