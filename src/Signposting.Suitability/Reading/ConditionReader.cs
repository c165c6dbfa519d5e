using Signposting.Suitability.Conditions;
using Signposting.Suitability.Records;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Reading;

/// <summary>Reads a condition from its file.</summary>
internal sealed class ConditionReader(SourceShelf sources, RuleSetReader rules, SharedRules shared)
{
    internal Condition Read(MapReader map, int index)
    {
        var noActivities = map.MapOrNull("no-activities") is { } message ? sources.Statement(message) : null;
        var own = rules.ReadRules(map, "rules");
        var condition = new Condition
        {
            Key = map.Text("key"),
            Name = map.Text("name"),
            Review = ReviewReader.Read(map),
            Codes = [.. map.Maps("codes").Select(ReadCode)],
            Words = Words(map, "words"),
            WordsAlone = Words(map, "words-alone"),
            NotWords = Words(map, "not-words"),
            Summary = map.Text("summary"),
            Why = sources.Statements(map, "why"),
            LookFor = map.Texts("look-for"),
            Ask = map.Texts("ask"),
            Cautions = sources.Statements(map, "cautions"),
            Stop = [.. sources.Statements(map, "stop"), .. noActivities is null ? shared.Stop : []],
            NoActivities = noActivities,
            Rules = noActivities is null ? [.. own, .. shared.SetsOf(map, "includes"), .. shared.ForAll] : own,
            Otherwise = noActivities is null ? Otherwise(map) : Refusal(noActivities),
            Sources = [],
            Index = index,
        };
        Check(condition, map);
        map.End();
        return condition with { Sources = SourcesOf(condition) };
    }

    /// <summary>In the form in which they are looked for, so that a slip is not simply never found.</summary>
    private static IReadOnlyList<string> Words(MapReader map, string name)
    {
        var words = map.Texts(name);
        foreach (var word in words.Where(word => FoldedText.Of(word) != $" {word} "))
        {
            map.Report($"\"{name}\" has \"{word}\": write lower-case words parted by single spaces, without marks.");
        }

        foreach (var twice in words.GroupBy(word => word).Where(group => group.Count() > 1))
        {
            map.Report($"\"{name}\" has \"{twice.Key}\" twice.");
        }

        return words;
    }

    private SuitabilityRule Otherwise(MapReader map)
    {
        if (map.MapOrNull("otherwise") is { } otherwise)
        {
            return rules.ReadOtherwise(otherwise);
        }

        map.Report("\"otherwise\" is missing: what holds for activities that no rule speaks of.");
        return Refusal(new Statement("", sources.Named(SourceShelf.GeneralKnowledgeKey, map)));
    }

    private static SuitabilityRule Refusal(Statement message) => new()
    {
        Id = "no-activities",
        When = new Profiles.FacetTest([]),
        Verdict = Verdict.NotAdvised,
        Because = message.Text,
        Source = message.Source,
    };

    private static void Check(Condition condition, MapReader map)
    {
        if (condition.Key.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            map.Report($"The key \"{condition.Key}\" may have lower-case letters, digits and hyphens only.");
        }

        foreach (var id in condition.Rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            map.Report($"Two rules are called \"{id}\".");
        }

        if (condition.NoActivities is not null && condition.Rules.Count > 0)
        {
            map.Report("A condition with \"no-activities\" has no rules.");
        }
    }

    private static ConditionCode ReadCode(MapReader map)
    {
        var code = new ConditionCode(map.Text("code"), map.Text("term"), map.Text("confidence"));
        if (!SnomedCode.IsConcept(code.Code, out var why))
        {
            map.Report($"The code {code.Code} ({code.Term}) is no SNOMED CT concept: {why}.");
        }

        map.End();
        return code;
    }

    private static IReadOnlyList<Source> SourcesOf(Condition condition) =>
    [
        .. condition.Why.Concat(condition.Cautions).Concat(condition.Stop).Select(statement => statement.Source)
            .Concat(condition.Rules.Append(condition.Otherwise).Select(rule => rule.Source))
            .DistinctBy(source => source.Key)
            .OrderBy(source => source.Basis)
            .ThenBy(source => source.Title, StringComparer.Ordinal),
    ];
}
