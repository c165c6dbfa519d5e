using OpenActive.Vocabulary;
using Signposting.Suitability.Conditions;
using Signposting.Suitability.Profiles;
using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;
using Signposting.Suitability.Yaml;

namespace Signposting.Suitability.Reading;

/// <summary>Reads the files in the order in which they need each other, and names everything that is wrong with them.</summary>
internal sealed class RuleBookReader
{
    /// <summary>A set of conditions is a 64-bit number.</summary>
    private const int MostConditions = 64;

    private readonly List<RuleProblem> _problems = [];
    private readonly Dictionary<string, MapReader> _files = new(StringComparer.Ordinal);
    private readonly ActivityList _activities = ActivityList.BuiltIn;
    private readonly SourceShelf _sources = new();
    private string[] _keys = [];

    internal IReadOnlyList<RuleProblem> Problems => _problems;

    /// <summary>Null when there are problems.</summary>
    internal RuleBook? Read(IEnumerable<RuleFile> files)
    {
        foreach (var file in files)
        {
            Parse(file);
        }

        // What a file that cannot be read would have said is missing everywhere else: only the cause is told.
        if (_problems.Count > 0)
        {
            return null;
        }

        var conditionFiles = _files.Where(file => file.Key.StartsWith("conditions/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).ToArray();
        _keys = [.. conditionFiles.Select(file => Path.GetFileNameWithoutExtension(file.Key)).Order(StringComparer.Ordinal)];
        if (_keys.Length > MostConditions)
        {
            _problems.Add(new RuleProblem("conditions", 1, 1, $"There are more than {MostConditions} conditions."));
            return null;
        }

        var book = Assemble([.. conditionFiles.Select(file => file.Value)]);
        return _problems.Count == 0 ? book : null;
    }

    private RuleBook Assemble(MapReader[] conditionFiles)
    {
        _sources.Read(File("sources.yaml"));
        var profiles = ReadProfiles();
        var words = new WordReader(_sources);
        words.Read(File("words.yaml"), ConditionBits);
        var rules = new RuleSetReader(_activities, _sources, words);
        var shared = new SharedRules(_sources, rules);
        shared.Read(File("everybody.yaml"));
        var reader = new ConditionReader(_sources, rules, shared);
        var book = new RuleBook
        {
            Activities = _activities,
            Profiles = profiles,
            Words = words.Words,
            Audiences = ReadAudiences(),
            Conditions = [.. conditionFiles.Select(file => reader.Read(file, Array.IndexOf(_keys, KeyOf(file)))).OrderBy(condition => condition.Index)],
            SharedReview = ReviewReader.Read(File("everybody.yaml")),
            RecordCodes = ReadRecordCodes(),
            Sources = [.. _sources.All],
        };
        foreach (var file in _files.Values)
        {
            file.End();
        }

        RefuseSharedCodes(book.Conditions);
        RefuseIdleRules(book);
        RefuseTwoSourcesForOneText(book.Conditions);
        return book;
    }

    private void Parse(RuleFile file)
    {
        try
        {
            _files[file.Path] = new MapReader(file.Path, YamlReader.Read(file.Text), _problems);
        }
        catch (YamlRefusedException refused)
        {
            _problems.Add(new RuleProblem(file.Path, refused.Line, refused.Column, refused.Message));
        }
    }

    private MapReader File(string path)
    {
        if (_files.TryGetValue(path, out var file))
        {
            return file;
        }

        _problems.Add(new RuleProblem(path, 1, 1, "The file is missing."));
        return _files[path] = new MapReader(path, new YamlMapping([], 1, 1), _problems);
    }

    private ProfileBook ReadProfiles()
    {
        var reader = new ProfileReader(_activities, _sources, _problems);
        reader.ReadKinds(File("profiles/kinds.yaml"));
        foreach (var (path, file) in _files.Where(file => file.Key.StartsWith("profiles/", StringComparison.Ordinal)))
        {
            reader.ReadProfiles(file);
        }

        return reader.Resolve();
    }

    private string KeyOf(MapReader file)
    {
        var path = _files.First(entry => entry.Value == file).Key;
        var name = Path.GetFileNameWithoutExtension(path);
        if (file.TextOrNull("key") is { } key && key != name)
        {
            file.Report($"The file of the condition \"{key}\" has to be called {key}.yaml.");
        }

        return name;
    }

    private ulong ConditionBits(MapReader map, string name)
    {
        ulong bits = 0;
        foreach (var key in map.Texts(name))
        {
            var index = Array.IndexOf(_keys, key);
            if (index < 0)
            {
                map.Report($"There is no condition \"{key}\".");
            }
            else
            {
                bits |= 1UL << index;
            }
        }

        return bits;
    }

    private Audience?[] ReadAudiences()
    {
        var audiences = new Audience?[Facets.Audience.Levels.Count];
        foreach (var map in File("audiences.yaml").Maps("audiences"))
        {
            var name = map.Text("audience");
            var level = Facets.Audience.LevelOf(name);
            if (level <= 0)
            {
                map.Report($"There is no audience \"{name}\": it is one of {string.Join(", ", Facets.Audience.Levels.Skip(1))}.");
                continue;
            }

            audiences[level] = new Audience
            {
                For = ConditionBits(map, "for"),
                ByReferral = map.TextOrNull("entry") is { } entry && WordReader.IsByReferral(map, entry),
                Because = new Statement(map.Text("because"), _sources.Of(map)),
                Asks = map.MapOrNull("asks") is { } asks ? _sources.Statement(asks) : null,
            };
            map.End();
        }

        return audiences;
    }

    private List<RecordCode> ReadRecordCodes()
    {
        var codes = new List<RecordCode>();
        foreach (var map in File("record-codes.yaml").Maps("codes"))
        {
            var code = new RecordCode(map.Text("use"), map.Text("code"), map.Text("term"));
            if (!SnomedCode.IsConcept(code.Code, out var why))
            {
                map.Report($"The code {code.Code} ({code.Term}) is no SNOMED CT concept: {why}.");
            }

            codes.Add(code);
            map.End();
        }

        return codes;
    }

    private void RefuseSharedCodes(IReadOnlyList<Condition> conditions)
    {
        var shared = conditions.SelectMany(condition => condition.Codes, (condition, code) => (condition, code.Code)).GroupBy(pair => pair.Code).Where(group => group.Count() > 1);
        foreach (var group in shared)
        {
            var keys = string.Join(" and ", group.Select(pair => pair.condition.Key));
            _problems.Add(new RuleProblem($"conditions/{group.Last().condition.Key}.yaml", 1, 1, $"The code {group.Key} comes twice: {keys}."));
        }
    }

    /// <summary>A rule that applies to no activity is a slip of whoever wrote it, and would be read as if it held.</summary>
    private void RefuseIdleRules(RuleBook book)
    {
        if (_problems.Count > 0)
        {
            return;
        }

        foreach (var (condition, rule) in book.Conditions.SelectMany(condition => condition.Rules, (condition, rule) => (condition, rule)))
        {
            if (rule.Words == 0 && !Enumerable.Range(0, book.Activities.All.Count).Any(activity => rule.Applies(activity, book.Profiles[activity].Raw, 0)))
            {
                _problems.Add(new RuleProblem($"conditions/{condition.Key}.yaml", 1, 1, $"The rule \"{rule.Id}\" applies to no activity."));
            }
        }
    }

    /// <summary>Cautions of several conditions are shown once: the same words must then mean the same source.</summary>
    private void RefuseTwoSourcesForOneText(IReadOnlyList<Condition> conditions)
    {
        var statements = conditions.SelectMany(condition => condition.Cautions.Concat(condition.Stop), (condition, statement) => (condition.Key, statement.Text, Source: statement.Source.Key));
        foreach (var group in statements.GroupBy(statement => statement.Text).Where(group => group.DistinctBy(statement => statement.Source).Count() > 1))
        {
            _problems.Add(new RuleProblem($"conditions/{group.Last().Key}.yaml", 1, 1, $"The same words have two sources: \"{group.Key}\""));
        }
    }
}
