namespace Signposting.Store.Sqlite;

/// <summary>Statements for several numbers at once: a run of its own for each costs twice as much.</summary>
internal sealed partial class SqliteWriter
{
    private const int AtOnce = 32;

    /// <summary>All parameters of such a statement.</summary>
    private static string Several => string.Join(", ", Enumerable.Range(0, AtOnce).Select(i => $"@{i}"));

    private readonly Value[] _several = new Value[AtOnce];

    /// <summary>Texts that are not literals are made such: those are found faster.</summary>
    private static string Literal(string sql) => string.Intern(sql);

    /// <param name="sql">Names the numbers in an <c>IN</c>.</param>
    /// <param name="numbers">At most <see cref="AtOnce"/>, and one at least, which stands for what is missing: a set has it once.</param>
    private Statement With(string sql, ReadOnlySpan<long> numbers)
    {
        for (var i = 0; i < AtOnce; i++)
            _several[i] = numbers[Math.Min(i, numbers.Length - 1)];
        return session.Statement(sql, AtOnce).With(_several);
    }
}
