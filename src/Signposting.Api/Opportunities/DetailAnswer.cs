using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Signposting.Api.Conditions;

namespace Signposting.Api.Opportunities;

/// <summary>One opportunity alone: the members that it has in a search, and as of when and from whom.</summary>
internal sealed record DetailAnswer : OpportunityAnswer
{
    [JsonConstructor]
    public DetailAnswer() { }

    [SetsRequiredMembers]
    public DetailAnswer(OpportunityAnswer item, DateTimeOffset asOf, bool? demo) : base(item)
    {
        AsOf = asOf;
        Demo = demo;
        Attribution = OpportunityAnswers.AttributionOf([item]);
    }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Present and true when all data is made up.</summary>
    public bool? Demo { get; init; }

    /// <summary>Which rules the verdict rests on; absent when no condition was asked for.</summary>
    public RulesAnswer? Rules { get; init; }

    /// <summary>What goes with the conditions, whatever the activity; absent when none was asked for.</summary>
    public IReadOnlyList<GuidanceAnswer>? Guidance { get; init; }

    /// <summary>Whom it comes from: must be shown wherever it is (CC BY 4.0).</summary>
    public required IReadOnlyList<AttributionAnswer> Attribution { get; init; }
}
