namespace Signposting.Store.Sqlite;

/// <summary>
/// Inserts rows into one table, several by one run of a statement: to begin and end a run costs as much as to insert one. What was added is in the
/// table after <see cref="Flush"/>.
/// </summary>
/// <param name="session">The writer's.</param>
/// <param name="sql">Everything before <c>VALUES</c>. It must say what to do where a row cannot be inserted, and that must not be to undo the statement:
/// SQLite would keep a copy of each page that it writes.</param>
/// <param name="columns">Values of a row.</param>
internal sealed class RowInserts(SqliteSession session, string sql, int columns)
{
    private const int AtOnce = 16;

    private Value[]? _values;
    private int _rows;

    public void Add(params ReadOnlySpan<Value> row)
    {
        _values ??= new Value[AtOnce * columns];
        row.CopyTo(_values.AsSpan(_rows * columns, columns));
        if (++_rows < AtOnce)
            return;
        _rows = 0;
        session.Rows(sql, columns, AtOnce).With(_values).Execute();
    }

    public void Flush()
    {
        for (var row = 0; row < _rows; row++)
            session.Rows(sql, columns, 1).With(_values.AsSpan(row * columns, columns)).Execute();
        _rows = 0;
    }
}
