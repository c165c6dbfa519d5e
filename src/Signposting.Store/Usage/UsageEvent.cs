namespace Signposting.Store.Usage;

/// <summary>What happened. The numbers are stored.</summary>
public enum UsageKind : byte
{
    Search = 1,

    /// <summary>One opportunity was looked at.</summary>
    View = 2,

    /// <summary>Somebody was sent to an opportunity.</summary>
    Signpost = 3,
}

/// <summary>Through what. The numbers are stored.</summary>
public enum UsageChannel : byte
{
    Rest = 1,
    Page = 2,
    Leaflet = 3,
}

/// <summary>Part of a day in Europe/London: six hours each, from midnight. The numbers are stored.</summary>
public enum PartOfDay : byte
{
    Night = 1,
    Morning = 2,
    Afternoon = 3,
    Evening = 4,
}

/// <summary>
/// A use of the service without the person. There is no time of day, place, free text or address in it, and nothing that links
/// it to another day (docs/decisions/0014). Final: an area that is not found when it is made cannot be found later.
/// </summary>
public sealed record UsageEvent
{
    /// <summary>The id that the caller was given: <c>sp_</c> and sixteen random letters or digits. Signposts only.</summary>
    public string? Id { get; init; }

    /// <summary>In Europe/London.</summary>
    public required DateOnly Day { get; init; }

    public required PartOfDay Part { get; init; }

    /// <summary>Name of the client; null: anonymous.</summary>
    public string? Client { get; init; }

    public required UsageKind Kind { get; init; }

    public required UsageChannel Channel { get; init; }

    /// <summary>Keys of the person's conditions, in order, each once.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Ids of the activity list: those that were searched for, or those of the opportunity. In order, each once.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Public id. Views and signposts only.</summary>
    public string? Opportunity { get; init; }

    /// <summary>The opportunity's organiser, or else its publisher, by name. Views and signposts only.</summary>
    public string? Provider { get; init; }

    public UsageArea Area { get; init; } = UsageArea.NotKnown(null);

    /// <summary>What a search found; null for other events, and for a search whose only answer was a message to see a clinician first.</summary>
    public UsageResults? Results { get; init; }

    /// <summary>From the person's postcode to the opportunity; of a search, from its place to the nearest result that suits. Null: not known, or online.</summary>
    public DistanceBand? Distance { get; init; }

    /// <summary>The same for all events of one client, area and set of conditions on one day: what is counted as one contact. See <see cref="ContactKey"/>.</summary>
    public required byte[] Contact { get; init; }
}

/// <summary>What the first page of a search found.</summary>
/// <param name="Count">Results on it.</param>
/// <param name="More">There are more than that.</param>
/// <param name="Suited">Those whose verdict is recommended or suitable; null: no conditions were named, so that none was judged.</param>
/// <param name="MoreSuited">There may be more of these beyond the page.</param>
public sealed record UsageResults(int Count, bool More, int? Suited, bool MoreSuited);
