using Signposting.Suitability.Conditions;

namespace Signposting.Suitability.PlainWords;

/// <summary>A condition that somebody may have meant. It is for them to say: words are no diagnosis.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Words">Those of its words that were found, as its file has them: <c>high blood pressure</c>.</param>
/// <param name="Likeness">How close the text comes to them.</param>
public sealed record ConditionMatch(Condition Condition, string Words, Likeness Likeness);
