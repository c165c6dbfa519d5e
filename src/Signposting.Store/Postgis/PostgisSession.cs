using Npgsql;

namespace Signposting.Store.Postgis;

/// <summary>
/// One transaction on one connection. Statements without an answer wait until something is asked and travel with the
/// question: a lean page of 500 items is committed in six round trips.
/// </summary>
internal sealed class PostgisSession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader>? Row)> _waiting = [];
    private readonly string _begin;
    private bool _isOpen;

    private PostgisSession(NpgsqlConnection connection, string begin) => (_connection, _begin) = (connection, begin);

    /// <summary>Called when what waited was answered.</summary>
    public Action? Check { get; set; }

    /// <param name="begin">The BEGIN statement; sent with the first question.</param>
    public static async ValueTask<PostgisSession> OpenAsync(NpgsqlDataSource source, string begin, CancellationToken cancel)
    {
        var session = new PostgisSession(await source.OpenConnectionAsync(cancel).ConfigureAwait(false), begin);
        session.Tell(begin);
        return session;
    }

    /// <summary>Adds a statement that answers no rows.</summary>
    public void Tell(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) => Add(sql, null, parameters);

    /// <summary>Adds a query; <paramref name="row"/> is called for each row once <see cref="FlushAsync"/> is.</summary>
    public void Ask(string sql, Action<NpgsqlDataReader> row, params ReadOnlySpan<NpgsqlParameter> parameters) => Add(sql, row, parameters);

    /// <summary>Sends all that waits, and reads the rows of one query.</summary>
    public Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var rows = new List<T>();
        Add(sql, reader => rows.Add(row(reader)), parameters);
        return FlushedAsync();

        async Task<List<T>> FlushedAsync()
        {
            await FlushAsync(cancel).ConfigureAwait(false);
            return rows;
        }
    }

    /// <summary>Sends all that waits, in one round trip.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <param name="isLast">Ends the transaction with it, which would else cost a round trip of its own: nothing can be asked afterwards.</param>
    public async Task FlushAsync(CancellationToken cancel, bool isLast = false)
    {
        if (_waiting.Count == 0)
            return;
        if (isLast)
            Tell("COMMIT");
        try
        {
            _isOpen = true;
            var batch = new NpgsqlBatch(_connection);
            await using (batch.ConfigureAwait(false))
            {
                foreach (var (command, _) in _waiting)
                    batch.BatchCommands.Add(command);
                await ReadAnswersAsync(batch, cancel).ConfigureAwait(false);
            }

            _isOpen = !isLast;
            Check?.Invoke();
        }
        finally
        {
            _waiting.Clear();
        }
    }

    /// <summary>Ends the transaction and begins another with the next question.</summary>
    public void StartOver()
    {
        _waiting.Clear();
        Check = null;
        if (_isOpen)
            Tell("ROLLBACK");
        Tell(_begin);
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        Tell("COMMIT");
        await FlushAsync(cancel).ConfigureAwait(false);
        _isOpen = false;
    }

    /// <summary>Rows by binary COPY; <paramref name="write"/> writes one.</summary>
    public async Task CopyAsync<T>(string copy, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancel)
    {
        await FlushAsync(cancel).ConfigureAwait(false);
        var importer = await _connection.BeginBinaryImportAsync(copy, cancel).ConfigureAwait(false);
        await using (importer.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await importer.StartRowAsync(cancel).ConfigureAwait(false);
                write(importer, row);
            }

            await importer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isOpen && _connection.State == System.Data.ConnectionState.Open)
            {
                Tell("ROLLBACK");
                await FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException)
        {
            // The connection is broken: the server rolls back by itself, and the pool drops the connection.
        }
        finally
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Add(string sql, Action<NpgsqlDataReader>? row, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        _waiting.Add((command, row));
    }

    /// <summary>Answers come in the order of the questions; statements without rows have none.</summary>
    private async Task ReadAnswersAsync(NpgsqlBatch batch, CancellationToken cancel)
    {
        var reader = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach (var (_, row) in _waiting)
            {
                if (row is null)
                    continue;
                while (await reader.ReadAsync(cancel).ConfigureAwait(false))
                    row(reader);
                await reader.NextResultAsync(cancel).ConfigureAwait(false);
            }
        }
    }
}
