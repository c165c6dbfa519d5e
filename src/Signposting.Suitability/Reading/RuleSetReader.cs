using OpenActive.Vocabulary;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Reading;

/// <summary>Reads rules, and the sets of rules that conditions share.</summary>
internal sealed class RuleSetReader(ActivityList activities, SourceShelf sources, WordReader words)
{
    private readonly Dictionary<string, int> _places = activities.All.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    internal IReadOnlyList<SuitabilityRule> ReadRules(MapReader map, string name)
    {
        var rules = new List<SuitabilityRule>();
        foreach (var rule in map.Maps(name))
        {
            rules.Add(ReadOne(rule));
            rule.End();
        }

        return rules;
    }

    /// <summary><c>otherwise</c>: a verdict and why, for every activity that no rule speaks of.</summary>
    internal SuitabilityRule ReadOtherwise(MapReader map)
    {
        var rule = new SuitabilityRule
        {
            Id = "otherwise",
            When = new FacetTest([]),
            Verdict = ReadVerdict(map),
            Because = map.Text("because"),
            Source = sources.Of(map),
        };
        if (rule.Verdict is null or Verdict.Recommended)
        {
            map.Report("\"otherwise\" needs a verdict, and it cannot be recommended.");
        }

        map.End();
        return rule;
    }

    private SuitabilityRule ReadOne(MapReader map)
    {
        var named = Places(map, "activities", branches: false);
        var branches = Places(map, "branches", branches: true);
        var except = Places(map, "except", branches: false);
        var exceptBranches = Places(map, "except-branches", branches: true);
        var when = FacetReading.ReadTest(map.MapOrNull("when"));
        var verdict = map.Has("verdict") ? ReadVerdict(map) : null;
        var rule = new SuitabilityRule
        {
            Id = map.Text("id"),
            Activities = Combine(named, branches, except, exceptBranches),
            When = when,
            Words = words.BitsOf(map, "words"),
            WithoutWords = NotBeside(verdict, named ?? branches),
            Verdict = verdict,
            Because = map.Text("because"),
            Caution = map.TextOrNull("caution"),
            Source = sources.Of(map),
        };
        Check(rule, branches is not null, map);
        return rule;
    }

    /// <summary>Words beside which a rule in favour does not hold: it never meant such a class.</summary>
    private ulong NotBeside(Verdict? verdict, bool[]? byName) => verdict switch
    {
        Verdict.Recommended => words.NeverRecommended,
        Verdict.Suitable when byName is not null => words.Newer,
        _ => 0,
    };

    private static void Check(SuitabilityRule rule, bool hasBranches, MapReader map)
    {
        if (rule.Verdict == Verdict.Recommended && rule.Source.Basis == Basis.GeneralKnowledge)
        {
            map.Report($"The rule \"{rule.Id}\" recommends on general knowledge alone: it needs a source that was read.");
        }

        if (rule.Verdict == Verdict.Recommended && rule.Activities is null)
        {
            map.Report($"The rule \"{rule.Id}\" recommends without naming activities.");
        }

        if (rule.Verdict == Verdict.Recommended && hasBranches && rule.When.AcceptsAll)
        {
            map.Report($"The rule \"{rule.Id}\" recommends a whole branch: it needs \"when\", because branches hold what nobody means.");
        }

        if (rule.Verdict is null && rule.Caution is null)
        {
            map.Report($"The rule \"{rule.Id}\" says nothing: it needs a verdict or a caution.");
        }

        if (rule.Activities is not null && !rule.Activities.Contains(true))
        {
            map.Report($"The rule \"{rule.Id}\" applies to no activity.");
        }
    }

    private static Verdict? ReadVerdict(MapReader map)
    {
        var text = map.Text("verdict");
        var verdict = VerdictNames.Parse(text);
        if (verdict is null)
        {
            map.Report($"The verdict cannot be \"{text}\": it is one of recommended, suitable, ask-first, not-advised, unknown.");
        }

        return verdict;
    }

    private bool[]? Combine(bool[]? named, bool[]? branches, bool[]? except, bool[]? exceptBranches)
    {
        if (named is null && branches is null && except is null && exceptBranches is null)
        {
            return null;
        }

        var all = named is null && branches is null;
        var combined = new bool[activities.All.Count];
        for (var i = 0; i < combined.Length; i++)
        {
            combined[i] = (all || Holds(named, i) || Holds(branches, i)) && !Holds(except, i) && !Holds(exceptBranches, i);
        }

        return combined;
    }

    private static bool Holds(bool[]? places, int i) => places is not null && places[i];

    private bool[]? Places(MapReader map, string name, bool branches)
    {
        if (!map.Has(name))
        {
            return null;
        }

        var places = new bool[activities.All.Count];
        foreach (var label in map.Texts(name))
        {
            if (ActivityNames.Find(activities, label) is not { } concept)
            {
                map.Report(ActivityNames.Unknown(activities, label));
                continue;
            }

            foreach (var id in branches ? activities.SelfAndNarrower(concept.Id).AsEnumerable() : [concept.Id])
            {
                places[_places[id]] = true;
            }
        }

        return places;
    }
}
