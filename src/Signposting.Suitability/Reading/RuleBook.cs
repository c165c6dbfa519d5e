using OpenActive.Vocabulary;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Records;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Reading;

/// <summary>Everything that the rule files say, read and checked.</summary>
internal sealed record RuleBook
{
    internal required ActivityList Activities { get; init; }

    internal required ProfileBook Profiles { get; init; }

    internal required IReadOnlyList<WordRule> Words { get; init; }

    /// <summary>One for each level of the facet "audience"; null where an activity is for anyone.</summary>
    internal required Audience?[] Audiences { get; init; }

    /// <summary>Ordered by key.</summary>
    internal required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>The review of profiles, words, audiences and what all conditions share.</summary>
    internal required Review SharedReview { get; init; }

    internal required IReadOnlyList<RecordCode> RecordCodes { get; init; }

    internal required IReadOnlyList<Source> Sources { get; init; }
}
