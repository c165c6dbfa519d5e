using OpenActive.Vocabulary;
using Signposting.Suitability.Records;

namespace Signposting.Api.Conditions;

/// <summary>What the rules read in one record or in thousands that say the same.</summary>
/// <param name="key">What they read.</param>
/// <param name="number">Counts distinct keys from 0, so that verdicts can stand in an array.</param>
/// <param name="list">The version of the published activity list that it was read by; empty when no list could change it.</param>
internal sealed class KnownRecord(RecordKey key, int number, string list)
{
    public RecordKey Key => key;

    public int Number => number;

    /// <summary>False when it holds an activity newer than the rules, and another list is in use by now.</summary>
    public bool IsCurrent(ActivityList now) => list.Length == 0 || list == now.Version;
}
