using Signposting.Suitability.Records;

namespace Signposting.Api.Conditions;

/// <summary>What the rules read in one record or in thousands that say the same.</summary>
/// <param name="key">What they read.</param>
/// <param name="number">Counts distinct keys from 0, so that verdicts can stand in an array.</param>
internal sealed class KnownRecord(RecordKey key, int number)
{
    public RecordKey Key => key;

    public int Number => number;
}
