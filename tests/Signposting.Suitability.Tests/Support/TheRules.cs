using OpenActive.Vocabulary;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Support;

/// <summary>The rules as they are, asked in short.</summary>
internal static class TheRules
{
    internal static Rules Rules { get; } = Rules.Load();

    internal static ConditionSet Conditions(params string[] keysOrCodes)
    {
        var reading = Rules.Conditions.Read(keysOrCodes);
        Assert.Empty(reading.Refusals);
        return reading.Set!;
    }

    internal static string IdOf(string label)
    {
        Assert.True(ActivityList.BuiltIn.TryGet(label, out var activity), $"{label} is no activity.");
        Assert.Equal(label, activity.PrefLabel);
        return activity.Id;
    }

    internal static Verdict VerdictOf(string activity, params string[] conditions) =>
        Rules.VerdictOf(Rules.KeyOf(IdOf(activity)), Conditions(conditions));

    internal static Assessment Assess(string activity, params string[] conditions) =>
        Rules.Assess(Rules.KeyOf(IdOf(activity)), Conditions(conditions));

    /// <summary>A record of one activity with a name.</summary>
    internal static RecordWords Record(string? activity, string name, string? description = null) => new()
    {
        Activities = activity is null ? [] : [IdOf(activity)],
        Name = name,
        Description = description,
    };

    internal static Verdict VerdictOf(RecordWords record, params string[] conditions) =>
        Rules.VerdictOf(Rules.Read(record), Conditions(conditions));

    internal static Assessment Assess(RecordWords record, params string[] conditions) =>
        Rules.Assess(Rules.Read(record), Conditions(conditions));
}
