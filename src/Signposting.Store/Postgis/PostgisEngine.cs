using System.Data.Common;
using Npgsql;

namespace Signposting.Store.Postgis;

/// <summary>
/// PostgreSQL with PostGIS. Pages are written one at a time, by whichever process has the lock of
/// <see cref="PostgisWriter.LockFeedAsync"/>; readers see one snapshot beside it..
/// </summary>
internal sealed class PostgisEngine(string connection) : IEngine
{
    private readonly NpgsqlDataSource _source = PostgisConnection.Open(connection);

    public SubjectIds Subjects { get; } = new();

    public TermIds Terms { get; } = new();

    public RecordMemory Records { get; } = new();

    public CellVersions Cells { get; } = new();

    public async Task MigrateAsync(CancellationToken cancel)
    {
        try
        {
            await PostgisSchema.MigrateAsync(_source, Schema.Scripts("Postgis"), cancel).ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw Explain(e);
        }
    }

    public int FeedsCountedAtOnce => 1;

    public StoreException Explain(DbException error) => PostgisErrors.Explain(error, PostgisConnection.Where(_source));

    /// <summary>
    /// READ COMMITTED: what other writers committed is seen once their lock is ours. Durable as it is: only transactions that take
    /// that lock commit without waiting for the disk.
    /// </summary>
    public async ValueTask<IStoreWriter> BeginWriteAsync(bool durable, CancellationToken cancel) =>
        new PostgisWriter(this, await PostgisSession.OpenAsync(_source, "BEGIN ISOLATION LEVEL READ COMMITTED", cancel).ConfigureAwait(false));

    public async ValueTask<IStoreReader> BeginReadAsync(CancellationToken cancel) =>
        new PostgisReader(this, await PostgisSession.OpenAsync(_source, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel).ConfigureAwait(false));

    // The server's own business: vacuum, and the end of its write-ahead log.
    public Task ForgetDeletedAsync(CancellationToken cancel) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
