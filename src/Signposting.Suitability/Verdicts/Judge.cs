using System.Collections.Concurrent;
using System.Numerics;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Reading;
using Signposting.Suitability.Records;

namespace Signposting.Suitability.Verdicts;

/// <summary>
/// Verdicts from a table: a row for each activity, worked out once, and further rows for activities that words of records
/// move, worked out when first met. A verdict is then a look-up for each condition.
/// </summary>
internal sealed class Judge
{
    /// <summary>The "activity" of a record whose activity is not known.</summary>
    internal const int NoActivity = -1;

    /// <summary>Rows for moved activities that are kept; hostile records could ask for any number.</summary>
    private const int MaxMovedRows = 20_000;

    private readonly RuleBook _book;
    private readonly Row[] _rows;
    private readonly ConcurrentDictionary<(int Activity, ulong Words), Row> _moved = new();
    private int _movedCount;

    internal Judge(RuleBook book)
    {
        _book = book;
        _rows = [.. Enumerable.Range(0, book.Activities.All.Count).Select(activity => Work(activity, 0))];
    }

    internal Verdict Of(int activity, ConditionSet conditions) => VerdictNames.OfCaution(CautionOf(_rows[activity], conditions.Bits));

    internal Verdict Of(RecordKey record, ConditionSet conditions)
    {
        var caution = record.HasUnknownActivity ? CautionOf(RowOf(NoActivity, record.Words), conditions.Bits) : (byte)0;
        foreach (var activity in record.Activities)
        {
            caution = Math.Max(caution, CautionOf(RowOf(activity, record.Words), conditions.Bits));
        }

        return VerdictNames.OfCaution(caution);
    }

    /// <summary>The profile of an activity after words of a record have moved it.</summary>
    internal byte[] LevelsOf(int activity, ulong words)
    {
        var levels = activity == NoActivity ? new byte[Facets.All.Count] : _book.Profiles[activity].CopyLevels();
        foreach (var word in _book.Words)
        {
            if ((words & word.Bit) != 0)
            {
                word.Move(levels);
            }
        }

        return levels;
    }

    /// <summary>
    /// The rules of a condition that apply. Of an activity that is not known, only what words of the record show to need
    /// caution counts: what is not known cannot be in its favour. Of these only not-advised makes a verdict; the others are
    /// questions beside "unknown", which is shown last.
    /// </summary>
    internal IEnumerable<SuitabilityRule> RulesOf(Condition condition, int activity, byte[] levels, ulong words)
    {
        var rules = condition.Rules.Where(rule => rule.Applies(activity, levels, words));
        return activity != NoActivity
            ? rules
            : rules.Where(rule => rule.Verdict is Verdict.AskFirst or Verdict.NotAdvised && !rule.Applies(NoActivity, LevelsOf(NoActivity, 0), 0));
    }

    internal static Verdict VerdictOf(Condition condition, int activity, byte[] levels, IEnumerable<SuitabilityRule> rules)
    {
        if (condition.NoActivities is not null)
        {
            return Verdict.NotAdvised;
        }

        var verdicts = rules.Select(rule => rule.Verdict).OfType<Verdict>().Where(verdict => activity != NoActivity || verdict == Verdict.NotAdvised).ToArray();
        if (verdicts.Length > 0)
        {
            return verdicts.MaxBy(verdict => verdict.Caution());
        }

        return IsUnknown(activity, levels) ? Verdict.Unknown : condition.Otherwise.Verdict!.Value;
    }

    /// <summary>Whether no rule can be in favour: nobody knows what it is, or it is no exercise.</summary>
    internal static bool IsUnknown(int activity, byte[] levels) => activity == NoActivity || levels[Facets.Exercise.Index] != 0;

    /// <summary>Null when the activity is for anyone, or for one of these conditions. Somebody unknown is turned away from nothing.</summary>
    internal Audience? ClosedTo(ConditionSet conditions, int activity, byte[] levels) =>
        activity != NoActivity && _book.Audiences[levels[Facets.Audience.Index]] is { } audience && (audience.For & conditions.Bits) == 0 ? audience : null;

    private static byte CautionOf(Row row, ulong conditions)
    {
        byte caution = 0;
        for (var rest = conditions; rest != 0; rest &= rest - 1)
        {
            caution = Math.Max(caution, row.Cautions[BitOperations.TrailingZeroCount(rest)]);
        }

        return (row.For & conditions) == 0 ? Math.Max(caution, Verdict.AskFirst.Caution()) : caution;
    }

    private Row RowOf(int activity, ulong words)
    {
        if (words == 0 && activity != NoActivity)
        {
            return _rows[activity];
        }

        if (_moved.TryGetValue((activity, words), out var row))
        {
            return row;
        }

        row = Work(activity, words);
        if (Volatile.Read(ref _movedCount) < MaxMovedRows && _moved.TryAdd((activity, words), row))
        {
            Interlocked.Increment(ref _movedCount);
        }

        return row;
    }

    private Row Work(int activity, ulong words)
    {
        var levels = LevelsOf(activity, words);
        var cautions = new byte[_book.Conditions.Count];
        foreach (var condition in _book.Conditions)
        {
            cautions[condition.Index] = VerdictOf(condition, activity, levels, RulesOf(condition, activity, levels, words)).Caution();
        }

        var audience = activity == NoActivity ? null : _book.Audiences[levels[Facets.Audience.Index]];
        return new Row(cautions, audience?.For ?? ulong.MaxValue);
    }

    /// <param name="Cautions">By condition.</param>
    /// <param name="For">Whom it is for; every bit where it is for anyone.</param>
    private sealed record Row(byte[] Cautions, ulong For);
}
