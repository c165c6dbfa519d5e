using System.Diagnostics;
using Npgsql;
using Signposting.Api.Tests.Running;
using Signposting.Store.Tests.Stores;

namespace Signposting.Api.Tests.Broken;

/// <summary>A PostgreSQL of this test alone, which it stops and starts, or makes hang. It ends with the test, also with a killed one: its keeper waits for our pipe.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Keeper = """
        source eng/postgres.sh
        trap postgres_stop EXIT
        postgres_find && postgres_start || exit 1
        echo "$SIGNPOSTING_TEST_POSTGRES"
        while read -r order; do
            case $order in
                up) postgres_up && echo done ;;
                down) postgres_down && echo done ;;
                pid) head -n 1 "$postgres_home/data/postmaster.pid" ;;
            esac
        done
        """;

    private readonly Process _keeper;

    private PrivatePostgres(Process keeper, string connection) => (_keeper, Connection) = (keeper, connection);

    public string Connection { get; }

    /// <summary>Skips the test where there is no PostgreSQL.</summary>
    public static async Task<PrivatePostgres> StartAsync()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        var start = new ProcessStartInfo("bash", ["-c", Keeper])
        {
            WorkingDirectory = Path.GetFullPath(Path.Combine(BuildFacts.ContractFolder, "..")),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var keeper = Process.Start(start)!;
        var connection = await keeper.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new PrivatePostgres(keeper, connection ?? throw new InvalidOperationException("PostgreSQL did not start."));
    }

    /// <summary>A new database whose tables lie in a folder; its log of changes stays where it was.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseInAsync(string folder)
    {
        await using var server = NpgsqlDataSource.Create(Connection);
        foreach (var sql in (string[])[$"CREATE TABLESPACE small LOCATION '{folder}'", "CREATE DATABASE small TABLESPACE small"])
        {
            await using var command = server.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return new NpgsqlConnectionStringBuilder(Connection) { Database = "small" }.ToString();
    }

    public Task UpAsync() => OrderAsync("up");

    public Task DownAsync() => OrderAsync("down");

    /// <summary>Every process of the server stands still: connections stay open, and nobody answers.</summary>
    public async Task HangAsync() => await SignalAsync("-STOP");

    public async Task GoOnAsync() => await SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task<string> OrderAsync(string order)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
        return await _keeper.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"PostgreSQL did not obey: {order}.");
    }

    private async Task SignalAsync(string signal)
    {
        var server = int.Parse(await OrderAsync("pid"));
        var children = Directory.GetDirectories($"/proc/{server}/task").SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        using var kill = Process.Start("kill", [signal, $"{server}", .. children]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
