namespace Signposting.Store.SameClass;

/// <summary>
/// Who speaks for whom among records near each other: a pure function, so that it does not matter in which order they came.
/// Records are one class when each is proven to be the same as each other and no dataset has two of them: a publisher that lists
/// two alike means two.
/// </summary>
internal static class SameClassGroups
{
    public static List<ClassVerdict> Judge(IReadOnlyList<ClassRecord> records)
    {
        var verdicts = new List<ClassVerdict>(records.Count);
        foreach (var group in Groups(records))
        {
            var speaker = group.Order(Comparer<ClassRecord>.Create(SameClassProof.Compare)).First();
            var isOne = group.Count > 1 && IsProven(group);
            foreach (var record in group)
                verdicts.Add(new ClassVerdict(record.Row, isOne && record != speaker ? speaker.Row.Id : null, isOne && record == speaker));
        }

        return verdicts;
    }

    /// <summary>Connected by proofs; what is gone stands alone.</summary>
    private static IEnumerable<List<ClassRecord>> Groups(IReadOnlyList<ClassRecord> records)
    {
        var left = records.ToList();
        while (left.Count > 0)
        {
            var group = new List<ClassRecord> { left[^1] };
            left.RemoveAt(left.Count - 1);
            for (var i = 0; i < group.Count; i++)
            {
                var same = left.FindAll(other => IsSame(group[i], other));
                group.AddRange(same);
                left.RemoveAll(same.Contains);
            }

            yield return group;
        }
    }

    private static bool IsProven(List<ClassRecord> group) =>
        group.DistinctBy(record => record.Row.DatasetId).Count() == group.Count
        && group.TrueForAll(a => group.TrueForAll(b => a == b || IsSame(a, b)));

    private static bool IsSame(ClassRecord a, ClassRecord b) => !a.Row.IsConcealed && !b.Row.IsConcealed && SameClassProof.Holds(a, b);
}
