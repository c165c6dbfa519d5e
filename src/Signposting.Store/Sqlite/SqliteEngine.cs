using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Signposting.Store.Sqlite;

/// <summary>
/// SQLite with WAL: one writer at a time, readers beside it, in any number of processes.
/// <c>synchronous=NORMAL</c>: see docs/decisions/0005.
/// </summary>
internal sealed class SqliteEngine : IEngine
{
    private const int BusyMilliseconds = 60_000;
    private const int NotLongMilliseconds = 500;
    private const int MaxIdleReaders = 16;

    // SQLITE_CONFIG_MULTITHREAD, SQLITE_CONFIG_MEMSTATUS and SQLITE_DBCONFIG_ENABLE_QPSG of sqlite3.h. The first two are without effect when SQLite runs already.
    private const int ConfigMultithread = 2;
    private const int ConfigMemoryStatus = 9;
    private const int StablePlans = 1007;

    private readonly string _connection;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private SqliteSession? _writer;
    private readonly LogKeeper _log;
    private bool _writesDurably;

    // Counting memory takes a mutex of the whole process for every allocation, for which eight readers then queue.
    // A connection is used by one thread at a time and needs no mutex of its own.
    static SqliteEngine()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(ConfigMultithread);
        _ = raw.sqlite3_config(ConfigMemoryStatus, 0);
    }

    public SqliteEngine(string connection)
    {
        _log = new LogKeeper(() => NewSession());
        try
        {
            var builder = new SqliteConnectionStringBuilder(connection) { Pooling = false, DefaultTimeout = BusyMilliseconds / 1000 };
            if (string.IsNullOrEmpty(builder.DataSource) || builder.DataSource == ":memory:")
                throw new StoreException("Store:Connection must name a file for SQLite, such as \"Data Source=data/signposting.db\".");
            File = Path.GetFullPath(builder.DataSource);
            builder.DataSource = File;
            _connection = builder.ToString();
        }
        catch (ArgumentException e)
        {
            throw new StoreException($"Store:Connection cannot be read as an SQLite connection string: {e.Message}", e);
        }
    }

    /// <summary>Absolute path of the database.</summary>
    public string File { get; }

    /// <summary>Subjects interned lately; a harvest names the same ones again and again.</summary>
    public SubjectCache Subjects { get; } = new();

    public Task MigrateAsync(CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            // What is sorted for an index of millions does not fit into a container's memory.
            using var session = NewSession("PRAGMA temp_store=FILE");
            SqliteSchema.Migrate(session);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The store {File} cannot be opened ({e.Message}). Check Store:Connection and the rights on its folder.", e);
        }

        return Task.CompletedTask;
    }

    public async ValueTask<IStoreWriter> BeginWriteAsync(bool durable, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var writer = Writer();
            Sync(writer, durable);
            writer.Statement("BEGIN IMMEDIATE", 0).Execute();
            return new SqliteWriter(this, writer);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    private SqliteSession Writer() => _writer ??= NewSession("PRAGMA cache_size=-16384");

    private void Sync(SqliteSession writer, bool durable)
    {
        if (durable == _writesDurably)
            return;
        writer.Execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        _writesDurably = durable;
    }

    public async Task ForgetDeletedAsync(CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Two cannot bring in the log at the same time, and the second one would not wait.
            await _log.PauseAsync().ConfigureAwait(false);
            EmptyLog(Writer());
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Whoever reads an older state holds the log; writers must not wait for them. The next time empties it then.</summary>
    private static void EmptyLog(SqliteSession writer)
    {
        writer.Execute($"PRAGMA busy_timeout={NotLongMilliseconds}");
        try
        {
            writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        finally
        {
            writer.Execute($"PRAGMA busy_timeout={BusyMilliseconds}");
        }
    }

    public int FeedsCountedAtOnce => 20;

    public StoreException Explain(DbException error) => SqliteErrors.Explain(error);

    public void EndWrite()
    {
        try
        {
            if (_writer is { } writer)
                _log.Keep(writer);
        }
        finally
        {
            _writing.Release();
        }
    }

    public ValueTask<IStoreReader> BeginReadAsync(CancellationToken cancel)
    {
        if (!_idle.TryTake(out var session))
        {
            // Readers map the file (as much as SQLite allows, 2 GB): what is read is then the system's cache, shared by all of them,
            // instead of copies. A quarter less CPU time for a search of 300,000 opportunities (docs/decisions/0009).
            session = NewSession("PRAGMA mmap_size=2147418112", "PRAGMA cache_size=-4096", "PRAGMA query_only=1");
        }

        session.Statement("BEGIN", 0).Execute();
        return ValueTask.FromResult<IStoreReader>(new SqliteReader(this, session));
    }

    public void EndRead(SqliteSession session, bool reusable)
    {
        if (reusable && _idle.Count < MaxIdleReaders)
            _idle.Add(session);
        else
            session.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        await _log.DisposeAsync().ConfigureAwait(false);
        _writer?.Dispose();
        while (_idle.TryTake(out var session))
            session.Dispose();
        _writing.Dispose();
    }

    private SqliteSession NewSession(params ReadOnlySpan<string> pragmas)
    {
        var session = new SqliteSession(_connection,
            $"PRAGMA busy_timeout={BusyMilliseconds}",
            "PRAGMA page_size=16384",
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=NORMAL",
            $"PRAGMA wal_autocheckpoint={LogKeeper.TooManyPages}",
            "PRAGMA temp_store=MEMORY");
        foreach (var pragma in pragmas)
            session.Execute(pragma);

        // Otherwise SQLite plans a statement anew each time a LIMIT is bound to it.
        _ = raw.sqlite3_db_config(session.Connection.Handle, StablePlans, 1, out _);
        return session;
    }
}
