using Signposting.Api.SearchPage.Cards;

namespace Signposting.Api.SearchPage.Details;

/// <summary>An activity as its page shows it: finished words, and nothing that its publisher wrote unchecked.</summary>
public sealed record ActivityModel
{
    public required ActivityCard Card { get; init; }

    /// <summary>Of the search it was reached from; null: reached some other way.</summary>
    public string? Token { get; init; }

    public required ListState List { get; init; }

    /// <summary>All of it is cancelled, or every session to come.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Reasons and cautions with their sources; null: no condition was named.</summary>
    public VerdictModel? Verdict { get; init; }

    /// <summary>What goes with the conditions, whatever the activity.</summary>
    public IReadOnlyList<GuidanceItem> Guidance { get; init; } = [];

    /// <summary>"Type 2 diabetes and Osteoarthritis"; null: none.</summary>
    public string? Conditions { get; init; }

    public required IReadOnlyList<SessionLine> Sessions { get; init; }

    public bool TimesPublished { get; init; }

    /// <summary>More sessions are published than are listed.</summary>
    public bool HasMoreSessions { get; init; }

    /// <summary>"Tuesdays, 10am to 11am".</summary>
    public string? Habit { get; init; }

    /// <summary>A remark of the publisher on its times.</summary>
    public string? SchedulingNote { get; init; }

    /// <summary>Venue, address and postcode, each a line.</summary>
    public required IReadOnlyList<string> Place { get; init; }

    public bool IsOnline { get; init; }

    public string? MeetingPoint { get; init; }

    public ContactWords? Venue { get; init; }

    internal Directions? Directions { get; init; }

    public string? PublicTransport => Directions?.ByPublicTransport;

    public string? OnFoot => Directions?.OnFoot;

    public string? Map => Directions?.Map;

    public required IReadOnlyList<Fact> Accessibility { get; init; }

    /// <summary>What the publisher says of accessibility, in its words.</summary>
    public string? AccessibilityText { get; init; }

    public string? Bring { get; init; }

    public required ContactWords Contact { get; init; }

    public string? Book { get; init; }

    /// <summary>The publisher's page.</summary>
    public string? Web { get; init; }

    public required string Calendar { get; init; }

    public string? Description { get; init; }

    /// <summary>What only its name says: "For women only: from the words “ladies” in its name".</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];

    /// <summary>What a link worker would ask and nobody states.</summary>
    public IReadOnlyList<string> NotStated { get; init; } = [];

    public required IReadOnlyList<SourceModel> Sources { get; init; }
}

/// <summary>Whether it is on the shortlist.</summary>
public enum ListState
{
    NotOnList,
    OnList,
    ListIsFull,
}

/// <summary>A session.</summary>
/// <param name="Status">"Cancelled", "Postponed", "New time"; null: as planned.</param>
/// <param name="Places">"5 places left"; null: not stated.</param>
public sealed record SessionLine(string Day, string Hours, string? Status, string? Places)
{
    public bool IsOff => Status is "Cancelled" or "Postponed";
}

/// <summary>A line of a summary list.</summary>
/// <param name="Value">Null: not stated.</param>
public sealed record Fact(string Name, string? Value);

/// <summary>Why it suits, and what to watch.</summary>
public sealed record VerdictModel(string Text, string TagClass, bool ByReferral, IReadOnlyList<SourcedLine> Reasons, IReadOnlyList<SourcedLine> Cautions);

/// <summary>A sentence and what it rests on.</summary>
public sealed record SourcedLine(string Text, string SourceTitle, string? SourceUrl);

/// <summary>Where a record comes from and how fresh it is.</summary>
/// <param name="Dataset">Starts with http; null: it is no address.</param>
public sealed record SourceModel(string Publisher, string? Dataset, string? Licence, string? LicenceName, string Freshness, bool IsStale, IReadOnlyList<string> Repairs);
