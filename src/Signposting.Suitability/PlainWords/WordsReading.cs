namespace Signposting.Suitability.PlainWords;

/// <summary>All that was made of a text about a person: nothing of it is passed over in silence.</summary>
/// <param name="Matches">Conditions that it may mean, as <see cref="ConditionWords.Find"/> has them.</param>
/// <param name="TakenBack">Conditions that it says the person does not have: "no diabetes".</param>
/// <param name="Left">Runs of words that mean no condition, folded to lower case; empty: all was understood.</param>
public sealed record WordsReading(IReadOnlyList<ConditionMatch> Matches, IReadOnlyList<ConditionMatch> TakenBack, IReadOnlyList<string> Left);
