using Signposting.Api.Places;
using Signposting.Store.Usage;
using Signposting.Suitability.Conditions;

namespace Signposting.Api.Usage;

/// <summary>A signpost that is valid as far as it can be told without the store.</summary>
internal sealed record SignpostRequest
{
    /// <summary>Has the form of an id.</summary>
    public required string OpportunityId { get; init; }

    /// <summary>Null: none were named.</summary>
    public ConditionSet? Conditions { get; init; }

    /// <summary>Full or outward; null: none was sent.</summary>
    public AskedPlace? Place { get; init; }

    /// <summary>When the session starts that was chosen; null: none was named.</summary>
    public DateTimeOffset? SessionStart { get; init; }

    public required UsageChannel Channel { get; init; }

    /// <summary>A record would print its values.</summary>
    public override string ToString() => nameof(SignpostRequest);
}
