namespace Signposting.Store.Sqlite;

/// <summary>
/// Inserts rows into one table, several by one run of a statement: to begin and end a run costs as much as to insert one. What was added is in the
/// table after <see cref="Flush"/>. It is the session's: the next transaction goes on with the same statements.
/// </summary>
/// <param name="session">The writer's.</param>
/// <param name="sql">Everything before <c>VALUES</c>. It must say what to do where a row cannot be inserted, and that must not be to undo the statement:
/// SQLite would keep a copy of each page that it writes.</param>
/// <param name="columns">Values of a row.</param>
internal sealed class RowInserts(SqliteSession session, string sql, int columns)
{
    private const int AtOnce = 16;

    /// <summary>Of what remains.</summary>
    private const int Few = 4;

    private readonly Value[] _values = new Value[AtOnce * columns];
    private readonly Statement?[] _statements = new Statement?[AtOnce + 1];
    private int _rows;

    public void Add(params ReadOnlySpan<Value> row)
    {
        row.CopyTo(_values.AsSpan(_rows * columns, columns));
        if (++_rows == AtOnce)
            Insert(AtOnce, 0);
    }

    public void Flush()
    {
        var (at, rows) = (0, _rows);
        for (; rows - at >= Few; at += Few)
            Insert(Few, at);
        for (; at < rows; at++)
            Insert(1, at);
        Forget();
    }

    /// <summary>Gives up what was added and is not in the table: the transaction is gone.</summary>
    public void Forget()
    {
        _rows = 0;
        Array.Clear(_values);
    }

    private void Insert(int rows, int at)
    {
        _rows = 0;
        var statement = _statements[rows] ??= session.Rows(sql, columns, rows);
        statement.With(_values.AsSpan(at * columns, rows * columns)).Execute();
    }
}
