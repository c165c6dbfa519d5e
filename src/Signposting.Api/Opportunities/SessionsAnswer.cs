using System.Text.Json.Serialization;

namespace Signposting.Api.Opportunities;

/// <summary>The sessions of one opportunity in a window of time.</summary>
internal sealed record SessionsAnswer
{
    /// <summary>Of the opportunity.</summary>
    public required string Id { get; init; }

    /// <summary>The window as it was understood.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The from that was sent, when that is past: from shows the time that counted instead.</summary>
    public DateTimeOffset? FromAsked { get; init; }

    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>False: its publisher publishes no times at all; ask the organiser.</summary>
    public required bool TimesPublished { get; init; }

    /// <summary>In order of time, cancelled ones marked.</summary>
    public required IReadOnlyList<SessionAnswer> Items { get; init; }

    /// <summary>The address of the rest of the window; null when these are all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    /// <summary>Whom it comes from: must be shown wherever it is (CC BY 4.0).</summary>
    public required IReadOnlyList<AttributionAnswer> Attribution { get; init; }
}
