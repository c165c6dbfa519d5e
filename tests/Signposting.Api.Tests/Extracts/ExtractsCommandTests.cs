using Signposting.Api.Hosting;
using Signposting.Api.Tests.Running;
using Signposting.Store;

namespace Signposting.Api.Tests.Extracts;

/// <summary>What an operator types to make packages.</summary>
public sealed class ExtractsCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Make_writes_the_package_list_names_it_and_downloads_says_who()
    {
        await using (var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, _folder.Connection), TimeProvider.System, CancellationToken.None))
            await store.RecordUsageAsync([.. Board.OfMay()], durable: true, CancellationToken.None);

        var made = await RunAsync("extracts", "make", "--month", "2026-05", "--icb", "qwo");
        var first = await File.ReadAllBytesAsync(made.Output.Trim());
        var again = await RunAsync("extracts", "make", "--month", "2026-05", "--icb", "QWO");

        Assert.Equal((OperatorCommandLine.Done, OperatorCommandLine.Done), (made.Code, again.Code));
        Assert.EndsWith("2026-05-QWO.zip", made.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllBytesAsync(again.Output.Trim()));
        Assert.Equal(OperatorCommandLine.Done, (await RunAsync("extracts", "make", "--month", "2026-05", "--icb", "national")).Code);
        Assert.Contains("2026-05  published 2026-06-10 09:00:00Z  national QWO", (await RunAsync("extracts", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("2026-06-10 09:00:00Z  2026-05-national  command line", (await RunAsync("extracts", "downloads")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_takes_the_month_in_progress_where_the_setting_allows_it_and_publishes_nothing()
    {
        await using (var store = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, _folder.Connection), TimeProvider.System, CancellationToken.None))
            await store.RecordUsageAsync([.. Board.OfMay().Select(usage => usage with { Day = new DateOnly(2026, 6, 9) })], durable: true, CancellationToken.None);

        var made = await RunAsync("extracts", "make", "--month", "2026-06", "--icb", "QWO", "--Usage:PublishMonthInProgress", "true");

        Assert.Equal(OperatorCommandLine.Done, made.Code);
        Assert.EndsWith("2026-06-QWO-in-progress.zip", made.Output.Trim(), StringComparison.Ordinal);
        Assert.True(File.Exists(made.Output.Trim()));
        Assert.Contains("No month is published.", (await RunAsync("extracts", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(OperatorCommandLine.Usage, (await RunAsync("extracts", "make", "--month", "2026-07", "--icb", "QWO", "--Usage:PublishMonthInProgress", "true")).Code);
    }

    [Fact]
    public async Task A_command_for_the_demo_says_when_there_is_none()
    {
        using var errors = new StringWriter();

        var code = await new OperatorCommandLine(TextWriter.Null, errors, _folder.Path, new FakeTime(Board.Now)).RunAsync(["keys", "list", "--demo"]);

        Assert.Equal(OperatorCommandLine.NotDone, code);
        Assert.Contains("Start the demo first", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "data", "demo.db")));
    }

    [Theory]
    [InlineData("--month: 'May'", OperatorCommandLine.Usage, "--month", "May", "--icb", "QWO")]
    [InlineData("--icb: 'Leeds'", OperatorCommandLine.Usage, "--month", "2026-05", "--icb", "Leeds")]
    [InlineData("2026-06 is not over", OperatorCommandLine.Usage, "--month", "2026-06", "--icb", "QWO")]
    [InlineData("2027-01 is not over", OperatorCommandLine.Usage, "--month", "2027-01", "--icb", "QWO")]
    [InlineData("Nothing had been recorded", OperatorCommandLine.NotDone, "--month", "2026-05", "--icb", "QWO")]
    [InlineData("Usage:KeepDays", OperatorCommandLine.Usage, "--month", "2026-05", "--icb", "QWO", "--Usage:KeepDays", "1")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(string said, int code, params string[] arguments)
    {
        var (actual, _, errors) = await RunAsync(["extracts", "make", .. arguments]);

        Assert.Equal(code, actual);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data", "extracts")));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await new OperatorCommandLine(output, errors, _folder.Path, new FakeTime(Board.Now)).RunAsync([.. arguments, "--Store:Connection", _folder.Connection]);
        return (code, output.ToString(), errors.ToString());
    }
}
