using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Signposting.Store.Sqlite;

/// <summary>A connection with the statements that were prepared on it.</summary>
internal sealed class SqliteSession : IDisposable
{
    // SQLITE_DBSTATUS_CACHE_WRITE of sqlite3.h.
    private const int StatusCacheWrite = 9;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    // Nearly all texts are literals, of which there is one object each: to hash three hundred letters takes longer than to bind a row.
    private readonly Dictionary<string, Statement> _literals = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, RowInserts> _inserts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SortedInserts> _sorted = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString, params ReadOnlySpan<string> pragmas)
    {
        Connection = new SqliteConnection(connectionString);
        try
        {
            Connection.Open();
            foreach (var pragma in pragmas)
                Execute(pragma);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    /// <summary>How many pages it has written to the log since it was opened.</summary>
    public long PagesWritten
    {
        get
        {
            _ = raw.sqlite3_db_status(Connection.Handle, StatusCacheWrite, out var pages, out _, 0);
            return pages;
        }
    }

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The statement for a constant text; parameters are <c>@0 … @n</c>.</summary>
    public Statement Statement(string sql, int parameters)
    {
        if (_literals.TryGetValue(sql, out var known))
            return known;
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new Statement(Connection, sql, parameters));
        if (ReferenceEquals(string.IsInterned(sql), sql))
            _literals.Add(sql, statement);
        return statement;
    }

    /// <summary>The statement that inserts so many rows, whose parameters follow one another.</summary>
    /// <param name="insert">Everything before <c>VALUES</c>.</param>
    /// <param name="columns">Values of a row.</param>
    /// <param name="rows">How many.</param>
    public Statement Rows(string insert, int columns, int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row => "(" + string.Join(", ", Enumerable.Range(row * columns, columns).Select(i => $"@{i}")) + ")");
        return Statement($"{insert} VALUES {string.Join(", ", values)}", rows * columns);
    }

    /// <summary>Inserts into a table, of which nothing is waiting any more.</summary>
    /// <param name="insert">Everything before <c>VALUES</c>.</param>
    /// <param name="columns">Values of a row.</param>
    /// <param name="instead">See <see cref="RowInserts"/>.</param>
    public RowInserts Inserts(string insert, int columns, string? instead = null)
    {
        if (!_inserts.TryGetValue(insert, out var inserts))
            _inserts.Add(insert, inserts = new RowInserts(this, insert, columns, instead));
        inserts.Forget();
        return inserts;
    }

    /// <summary>As <see cref="Inserts"/>, in the order of the tree.</summary>
    /// <param name="insert">Everything before <c>VALUES</c>.</param>
    /// <param name="columns">Two or three.</param>
    public SortedInserts InsertsInOrder(string insert, int columns)
    {
        var inserts = Inserts(insert, columns);
        if (!_sorted.TryGetValue(insert, out var sorted))
            _sorted.Add(insert, sorted = new SortedInserts(inserts, columns));
        sorted.Forget();
        return sorted;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        Connection.Dispose();
    }
}
