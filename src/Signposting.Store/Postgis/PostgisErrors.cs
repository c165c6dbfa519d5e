using System.Data.Common;
using Npgsql;

namespace Signposting.Store.Postgis;

/// <summary>Turns PostgreSQL's errors into sentences for an operator. Never repeats the connection string: it holds a password.</summary>
internal static class PostgisErrors
{
    public static StoreException Explain(DbException e, string where) => new(
        e switch
        {
            PostgresException server => Sentence(server, where),
            { InnerException: TimeoutException } => $"PostgreSQL at {where} did not answer in time. Check its load, or raise Command Timeout in Store:Connection.",
            _ => $"PostgreSQL at {where} cannot be reached ({(e.InnerException ?? e).Message}). Check that it runs and that Store:Connection names it.",
        },
        e)
    {
        Fault = FaultOf(e),
    };

    public static StoreException Unreadable(ArgumentException e) => new(
        $"Store:Connection cannot be read as a PostgreSQL connection string such as \"Host=localhost;Database=signposting;Username=signposting\": {e.Message}", e);

    /// <summary>What ran out of time, or found no free connection, says nothing of the next use: to wait for the server to come back would hide it for ever.</summary>
    private static StoreFault FaultOf(DbException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreFault.Full,
        PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        } => StoreFault.Away,
        PostgresException or { InnerException: TimeoutException } => StoreFault.Failed,
        _ => StoreFault.Away,
    };

    private static string Sentence(PostgresException e, string where) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL at {where} refused the user or the password of Store:Connection.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The database of {where} does not exist. Create it (createdb), or correct Database in Store:Connection.",
        PostgresErrorCodes.LockNotAvailable => "The store is locked by another writer for longer than a minute.",
        PostgresErrorCodes.DiskFull => "The disk of the store is full.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            $"PostgreSQL at {where} accepts no writes: name the primary server in Store:Connection.",
        PostgresErrorCodes.TooManyConnections =>
            $"PostgreSQL at {where} has no connection left. Lower Maximum Pool Size in Store:Connection, or raise the server's max_connections.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            $"PostgreSQL at {where} is stopping or starting; it is tried again.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user of Store:Connection lacks a right at {where} ({e.MessageText}). Grant it, or connect as the owner of the schema.",
        _ => $"The store failed: {e.MessageText} (SQLSTATE {e.SqlState}).",
    };
}
