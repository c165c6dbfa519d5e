using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Records;
using Signposting.Suitability.Tests.Support;

namespace Signposting.Suitability.Tests;

public sealed class NullTests
{
    private static readonly Rules Rules = TheRules.Rules;

    private static readonly ConditionSet Set = TheRules.Conditions("falls");

    private static readonly RecordKey Key = Rules.KeyOf(TheRules.IdOf("Yoga"));

    private static readonly Action[] Calls =
    [
        () => Suitability.Rules.Read(null!),
        () => Rules.Read((RecordWords)null!),
        () => Rules.ParseKey(null!),
        () => Rules.KeyOf(null!),
        () => Rules.VerdictOf(null!, Set),
        () => Rules.VerdictOf(Key, null!),
        () => Rules.Assess(null!, Set),
        () => Rules.Assess(Key, null!),
        () => Rules.ActivitySets(null!),
        () => Rules.Conditions.LookUp(null!),
        () => Rules.Conditions.Read(null!),
        () => Rules.Conditions.Words.Find(null!),
        () => SnomedCode.IsConcept(null!, out _),
        () => _ = Profile[null!],
    ];

    private static Profile Profile => Rules.Profiles.TryGet(TheRules.IdOf("Yoga"), out var profile) ? profile : throw new InvalidOperationException();

    [Fact]
    public void Nothing_is_refused_as_nothing_at_every_door() =>
        Assert.All(Calls, call => Assert.Throws<ArgumentNullException>(call));
}
