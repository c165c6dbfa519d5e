using System.Globalization;

namespace OpenActive.Vocabulary.Tests.Words;

/// <summary>Precision and recall over labels: of those inferred, the share that is right; of those that are right, the share inferred.</summary>
internal sealed class InferenceScore
{
    private int _right;
    private int _wrong;
    private int _missed;

    internal List<string> Mistakes { get; } = [];

    internal double Precision => (double)_right / (_right + _wrong);

    internal double Recall => (double)_right / (_right + _missed);

    internal int Names { get; private set; }

    /// <summary>Names whose labels the list does not all have are left out.</summary>
    internal static InferenceScore Of(ActivityList list, IEnumerable<LabelledNames.Row> names)
    {
        var score = new InferenceScore();
        foreach (var row in names)
        {
            var expected = row.Labels.Select(label => list.TryGet(label, out var concept) ? concept.PrefLabel : null).ToList();
            if (!expected.Contains(null))
            {
                score.Add(row.Name, [.. expected.OfType<string>()], [.. list.Words.InName(row.Name).Select(found => found.Concept.PrefLabel)]);
            }
        }

        return score;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Names} names: precision {Precision:P1}, recall {Recall:P1} ({_right} right, {_wrong} wrong, {_missed} missed)");

    private void Add(string name, HashSet<string> expected, HashSet<string> found)
    {
        Names++;
        _right += found.Count(expected.Contains);
        _wrong += found.Count(label => !expected.Contains(label));
        _missed += expected.Count(label => !found.Contains(label));
        if (!found.SetEquals(expected))
        {
            Mistakes.Add($"{name}: [{string.Join(", ", found)}] for [{string.Join(", ", expected)}]");
        }
    }
}
