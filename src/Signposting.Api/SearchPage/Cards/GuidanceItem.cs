using Signposting.Api.Conditions;

namespace Signposting.Api.SearchPage.Cards;

/// <summary>A statement that goes with the conditions, whatever the activity.</summary>
/// <param name="Conditions">Names of the conditions that say it.</param>
/// <param name="Kind"><c>stop</c>, <c>caution</c> or <c>info</c>.</param>
/// <param name="SourceTitle">What it rests on.</param>
/// <param name="SourceUrl">Where that can be read; null: nowhere.</param>
public sealed record GuidanceItem(string Conditions, string Kind, string Text, string SourceTitle, string? SourceUrl)
{
    /// <param name="nameOf">From the key of a condition to its name.</param>
    internal static GuidanceItem Of(GuidanceAnswer guidance, Func<string, string> nameOf) => new(
        string.Join(", ", guidance.Conditions.Select(nameOf)), guidance.Kind, guidance.Text,
        guidance.Source.Year is { } year ? $"{guidance.Source.Title} ({year})" : guidance.Source.Title, guidance.Source.Url);
}
