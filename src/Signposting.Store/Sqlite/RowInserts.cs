using System.Numerics;

namespace Signposting.Store.Sqlite;

/// <summary>
/// Inserts rows into one table, several by one run of a statement: to begin and end a run costs as much as to insert one. What was added is in the
/// table after <see cref="Flush"/>. It is the session's: the next transaction goes on with the same statements.
/// </summary>
/// <param name="session">The writer's.</param>
/// <param name="sql">Everything before <c>VALUES</c>. It must say what to do where a row cannot be inserted, and that must not be to undo the statement:
/// SQLite would keep a copy of each page that it writes.</param>
/// <param name="columns">Values of a row.</param>
/// <param name="instead">Inserts one row where a run that ignores what it cannot insert has left one out; null: none does.</param>
internal sealed class RowInserts(SqliteSession session, string sql, int columns, string? instead = null)
{
    private const int AtOnce = 32;

    private readonly Value[] _values = new Value[AtOnce * columns];

    /// <summary>Of 1, 2, 4 rows and so on.</summary>
    private readonly Statement?[] _statements = new Statement?[BitOperations.Log2(AtOnce) + 1];
    private int _rows;

    public void Add(params ReadOnlySpan<Value> row)
    {
        row.CopyTo(_values.AsSpan(_rows * columns, columns));
        if (++_rows < AtOnce)
            return;
        _rows = 0;
        Insert(BitOperations.Log2(AtOnce), 0);
    }

    public void Flush()
    {
        for (var at = 0; at < _rows;)
        {
            var log = BitOperations.Log2((uint)(_rows - at));
            Insert(log, at);
            at += 1 << log;
        }

        Forget();
    }

    /// <summary>Gives up what was added and is not in the table: the transaction is gone.</summary>
    public void Forget()
    {
        _rows = 0;
        Array.Clear(_values);
    }

    private void Insert(int log, int at)
    {
        var statement = _statements[log] ??= session.Rows(sql, columns, 1 << log);
        var values = _values.AsSpan(at * columns, columns << log);
        if (statement.With(values).Execute() == 1 << log || instead is null)
            return;
        for (; values.Length > 0; values = values[columns..])
            session.Statement(instead, columns).With(values[..columns]).Execute();
    }
}
