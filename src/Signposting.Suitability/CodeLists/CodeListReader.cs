using Signposting.Suitability.Conditions;

namespace Signposting.Suitability.CodeLists;

/// <summary>
/// Reads code lists on top of the codes that the rules name. A code that two lines give to different conditions goes to
/// neither, and a code of the rules stays where the rules have it: both are errors, because either would be a guess.
/// </summary>
internal sealed class CodeListReader
{
    private const int MaxCharacters = 32_000_000;

    /// <summary>Problems beyond this many are counted, not listed.</summary>
    private const int MaxProblems = 100;

    private readonly HashSet<string> _keys;
    private readonly Dictionary<string, (string Condition, string Where)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofRules;
    private readonly HashSet<string> _conflicting = new(StringComparer.Ordinal);
    private readonly List<CodeListProblem> _problems = [];

    internal CodeListReader(IReadOnlyList<Condition> conditions)
    {
        _keys = [.. conditions.Select(condition => condition.Key)];
        foreach (var (condition, code) in conditions.SelectMany(condition => condition.Codes, (condition, code) => (condition, code.Code)))
        {
            _known[code] = (condition.Key, "the rules");
        }

        _ofRules = [.. _known.Keys];
    }

    internal IReadOnlyList<CodeListProblem> Problems => _problems;

    /// <summary>What was read, without the codes of the rules and without conflicting ones, ordered by code.</summary>
    internal IReadOnlyList<CodeListEntry> Entries =>
    [
        .. _known.Where(pair => !_ofRules.Contains(pair.Key) && !_conflicting.Contains(pair.Key))
            .Select(pair => new CodeListEntry(pair.Key, pair.Value.Condition))
            .OrderBy(entry => entry.Code, StringComparer.Ordinal),
    ];

    internal void Read(CodeListFile file)
    {
        if (file.Text.Length > MaxCharacters)
        {
            Report(file, 1, $"The file is longer than {MaxCharacters / 1_000_000} million characters.");
            return;
        }

        var lines = file.Text.TrimStart('\uFEFF').Split('\n');
        var header = CsvLine.Split(lines[0]).Select(column => column.ToLowerInvariant()).ToList();
        var (code, condition) = (header.IndexOf("code"), header.IndexOf("condition"));
        if (code < 0 || condition < 0)
        {
            Report(file, 1, "The first line has to name the columns: code,condition.");
            return;
        }

        for (var line = 1; line < lines.Length; line++)
        {
            if (!string.IsNullOrWhiteSpace(lines[line]))
            {
                var fields = CsvLine.Split(lines[line]);
                Add(file, line + 1, fields.ElementAtOrDefault(code) ?? "", fields.ElementAtOrDefault(condition) ?? "");
            }
        }
    }

    private void Add(CodeListFile file, int line, string code, string condition)
    {
        if (!SnomedCode.IsConcept(code, out var why))
        {
            Report(file, line, $"\"{Shown(code)}\" is no SNOMED CT code of a condition: {why}.");
        }
        else if (!_keys.Contains(condition))
        {
            Report(file, line, $"\"{Shown(condition)}\" is not the key of a condition.");
        }
        else if (!_known.TryAdd(code, (condition, $"{file.Name}, line {line}")))
        {
            Repeat(file, line, code, condition);
        }
    }

    private void Repeat(CodeListFile file, int line, string code, string condition)
    {
        var (first, where) = _known[code];
        if (first == condition)
        {
            Report(file, line, $"{code} stands for {condition} already ({where}).", isError: false);
            return;
        }

        _conflicting.Add(code);
        Report(file, line, $"{code} cannot stand for {condition}: it stands for {first} ({where}).");
    }

    private void Report(CodeListFile file, int line, string text, bool isError = true)
    {
        // Errors are always told; repetitions give way to them.
        if (_problems.Count < MaxProblems || (isError && !_problems.Exists(problem => problem.IsError)))
        {
            _problems.Add(new CodeListProblem(file.Name, line, text, isError));
        }
    }

    private static string Shown(string text) => new([.. text.Take(40).Where(c => !char.IsControl(c))]);
}
