using Signposting.Api.SearchPage.Details;
using Signposting.Suitability;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Documents;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.SearchPage.Cases;

/// <summary>A line of the list of conditions.</summary>
public sealed record CaseEntry(string Key, string Name, string Summary);

/// <summary>The case for activity for one condition, as its page shows it.</summary>
public sealed record CaseModel
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>Instead of activities; null: there are some.</summary>
    public SourcedLine? NoActivities { get; init; }

    public required IReadOnlyList<SourcedLine> Why { get; init; }

    public required IReadOnlyList<string> Recommended { get; init; }

    public required IReadOnlyList<SourcedLine> RecommendedBecause { get; init; }

    /// <summary>Of everything else: "Suitable".</summary>
    public required string OtherwiseVerdict { get; init; }

    public SourcedLine? Otherwise { get; init; }

    public required IReadOnlyList<SourcedLine> AskFirst { get; init; }

    public required IReadOnlyList<SourcedLine> NotAdvised { get; init; }

    public required IReadOnlyList<string> LookFor { get; init; }

    public required IReadOnlyList<string> Ask { get; init; }

    public required IReadOnlyList<SourcedLine> Cautions { get; init; }

    public required IReadOnlyList<SourcedLine> Stop { get; init; }

    /// <summary>SNOMED CT codes with their terms.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>"Clinical Safety Officer, 1 December 2026"; null: a draft.</summary>
    public string? ReviewedBy { get; init; }

    internal static CaseModel Of(Rules rules, Condition condition)
    {
        var said = ConditionCase.Of(rules, condition);
        return new CaseModel
        {
            Key = condition.Key,
            Name = condition.Name,
            Summary = condition.Summary,
            NoActivities = condition.NoActivities is { } message ? LineOf(message) : null,
            Why = LinesOf(condition.Why),
            Recommended = said.Recommended,
            RecommendedBecause = LinesOf(said.RecommendedBecause),
            OtherwiseVerdict = Wording.VerdictWords.Of(said.OtherwiseVerdict.Name()).Text,
            Otherwise = said.Otherwise is { } otherwise ? LineOf(otherwise) : null,
            AskFirst = LinesOf(said.AskFirst),
            NotAdvised = LinesOf(said.NotAdvised),
            LookFor = condition.LookFor,
            Ask = condition.Ask,
            Cautions = LinesOf(condition.Cautions),
            Stop = LinesOf(condition.Stop),
            Codes = [.. condition.Codes.Select(code => $"{code.Code} {code.Term}")],
            Sources = [.. condition.Sources.Select(source => new SourceLine(TitleOf(source), source.Url, BasisOf(source.Basis), source.Statement))],
            ReviewedBy = condition.Review.IsReviewed && rules.Review.IsReviewed ? $"{condition.Review.Role}, {condition.Review.Date:d MMMM yyyy}" : null,
        };
    }

    private static IReadOnlyList<SourcedLine> LinesOf(IReadOnlyList<Statement> statements) => [.. statements.Select(LineOf)];

    private static SourcedLine LineOf(Statement statement) => new(statement.Text, TitleOf(statement.Source), statement.Source.Url);

    private static string TitleOf(Source source) => source.Year is { } year ? $"{source.Title} ({year})" : source.Title;

    private static string BasisOf(Basis basis) => basis switch
    {
        Basis.Guideline => "Guideline",
        Basis.Consensus => "Consensus of experts",
        Basis.SecondHand => "Read second-hand, to be verified",
        _ => "General knowledge, to be verified",
    };
}

/// <summary>What statements rest on.</summary>
/// <param name="Basis">How firm it is.</param>
/// <param name="Used">What of it is used here.</param>
public sealed record SourceLine(string Title, string? Url, string Basis, string Used);
