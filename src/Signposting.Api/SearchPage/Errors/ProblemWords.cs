namespace Signposting.Api.SearchPage.Errors;

/// <summary>A problem in the words of a page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Paragraphs">Those that are null are left out.</param>
public sealed record ProblemWords(string Title, IReadOnlyList<string?> Paragraphs)
{
    /// <summary>When the page tries again by itself.</summary>
    public int? RefreshSeconds { get; init; }
}
