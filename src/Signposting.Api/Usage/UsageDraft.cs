using Signposting.Api.Access;
using Signposting.Store.Search;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>An event on its way, without its area and contact key; lives in memory only.</summary>
/// <param name="Event">All of it but those two.</param>
/// <param name="ClientIcb">ODS code of the client's board: where an unknown area is counted.</param>
internal sealed record UsageDraft(UsageEvent Event, string? ClientIcb)
{
    /// <summary>Of 2021, to find the area with; then dropped. Null: not known.</summary>
    public string? Lsoa { get; init; }

    /// <summary>A record would print its values.</summary>
    public override string ToString() => nameof(UsageDraft);

    public static UsageDraft Of(UsageKind kind, UsageChannel channel, Caller caller, DateTimeOffset london, ConditionSet? conditions) => new(
        new UsageEvent
        {
            Day = DateOnly.FromDateTime(london.DateTime),
            Part = (PartOfDay)((london.Hour / 6) + 1),
            Client = caller.Client,
            Kind = kind,
            Channel = channel,
            Conditions = conditions is null ? [] : [.. conditions.Asked.Select(asked => asked.Condition.Key).Order(StringComparer.Ordinal)],
            Contact = [],
        },
        caller.Icb);
}

/// <summary>What an event says of an opportunity.</summary>
internal static class UsageOfOpportunity
{
    public static UsageEvent About(this UsageEvent usage, Opportunity opportunity) => usage with
    {
        Opportunity = opportunity.Id,
        Provider = opportunity.Description.Organizer?.Name ?? opportunity.Provenance.Select(provenance => provenance.Publisher).FirstOrDefault(),
        Activities = ActivitiesOf((opportunity.Description.Activities ?? []).Select(activity => activity.Id)),
    };

    public static IReadOnlyList<string> ActivitiesOf(IEnumerable<string?> ids) => [.. ids.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
