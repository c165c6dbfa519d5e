using Signposting.Suitability;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Documents;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Api.SearchPage.Cases;

/// <summary>A sentence of the case.</summary>
/// <param name="Source">The number of what it rests on, from 1; 0: not among the sources of the condition.</param>
public sealed record CaseLine(string Text, int Source);

/// <summary>A line of the list of conditions.</summary>
public sealed record CaseEntry(string Key, string Name, string Summary);

/// <summary>The case for activity for one condition, as its page shows it.</summary>
public sealed record CaseModel
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>Instead of activities; null: there are some.</summary>
    public CaseLine? NoActivities { get; init; }

    public required IReadOnlyList<CaseLine> Why { get; init; }

    public required IReadOnlyList<string> Recommended { get; init; }

    public required IReadOnlyList<CaseLine> RecommendedBecause { get; init; }

    /// <summary>Of everything else: "Suitable".</summary>
    public required string OtherwiseVerdict { get; init; }

    public CaseLine? Otherwise { get; init; }

    public required IReadOnlyList<CaseLine> AskFirst { get; init; }

    public required IReadOnlyList<CaseLine> NotAdvised { get; init; }

    public required IReadOnlyList<string> LookFor { get; init; }

    public required IReadOnlyList<string> Ask { get; init; }

    public required IReadOnlyList<CaseLine> Cautions { get; init; }

    public required IReadOnlyList<CaseLine> Stop { get; init; }

    /// <summary>SNOMED CT codes with their terms.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>"Clinical Safety Officer, 1 December 2026"; null: a draft.</summary>
    public string? ReviewedBy { get; init; }

    internal static CaseModel Of(Rules rules, Condition condition)
    {
        var said = ConditionCase.Of(rules, condition);
        var sources = condition.Sources.ToList();
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

        IReadOnlyList<CaseLine> LinesOf(IReadOnlyList<Statement> statements) => [.. statements.Select(LineOf)];

        CaseLine LineOf(Statement statement) => new(statement.Text, sources.FindIndex(source => source.Key == statement.Source.Key) + 1);
    }

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
