using System.Net;
using System.Text.RegularExpressions;
using Signposting.Api.Hosting;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Access;

/// <summary>What an operator types, beside a running service.</summary>
public sealed partial class OperatorCommandTests : IAsyncDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_key_is_printed_once_and_opens_what_its_scopes_say_until_it_is_revoked()
    {
        await using var service = await TestService.StartAsync(_folder);

        var (code, output, errors) = await RunAsync("keys", "add", "--client", "Leeds ICS data team", "--scope", "feeds:admin", "--scope", "usage:read", "--icb", "qwo", "--ods", "a81001");
        var key = output.Trim();

        Assert.True(KeyForm().IsMatch(key), key);
        Assert.Equal(OperatorCommandLine.Done, code);
        Assert.Contains("Leeds ICS data team (feeds:admin, usage:read; ICB QWO; ODS A81001)", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(key, errors, StringComparison.Ordinal);
        await UntilAsync(service, key, HttpStatusCode.OK);

        var list = (await RunAsync("keys", "list")).Output;
        Assert.Contains("in use", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key[15..], list, StringComparison.Ordinal);

        Assert.Equal(OperatorCommandLine.Done, (await RunAsync("keys", "revoke", TestKeys.IdOf(key))).Code);
        await UntilAsync(service, key, HttpStatusCode.Unauthorized);
        Assert.Equal(OperatorCommandLine.NotDone, (await RunAsync("keys", "revoke", TestKeys.IdOf(key))).Code);
        Assert.Contains("revoked", (await RunAsync("keys", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scope: 'everything' is no scope", "keys", "add", "--client", "x", "--scope", "everything")]
    [InlineData("--icb: 'LEEDS'", "keys", "add", "--client", "x", "--scope", "search", "--icb", "LEEDS")]
    [InlineData("--ods: 'A8'", "keys", "add", "--client", "x", "--scope", "search", "--ods", "A8")]
    [InlineData("--client", "keys", "add", "--client", " ", "--scope", "search")]
    [InlineData("--scope", "keys", "add", "--client", "x")]
    [InlineData("--client", "keys", "add", "--scope", "search")]
    [InlineData("Store:Engine", "keys", "list", "--Store:Engine", "oracle")]
    [InlineData("Access:ClientPerMinute", "keys", "list", "--Access:ClientPerMinute=x")]
    [InlineData("exactly one", "feeds", "hide", "--reason", "x")]
    [InlineData("--reason", "feeds", "hide", "--feed", "https://leisure.test/feed")]
    [InlineData("--opportunity", "feeds", "unhide", "--opportunity", "yoga")]
    public async Task Wrong_usage_is_told_by_the_name_of_the_option(string named, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((OperatorCommandLine.Usage, ""), (code, output));
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_by_command_is_gone_from_a_running_service_and_listed_with_its_reason()
    {
        await using var service = await TestService.StartAsync(_folder);
        await (await Publisher.RegisterAsync(service.Store)).PublishAsync(Town.TaiChi, Town.Bare);

        var (code, _, _) = await RunAsync("feeds", "hide", "--opportunity", Town.Bare.PublicId, "--reason", "Safeguarding 2026/17");

        Assert.Equal(OperatorCommandLine.Done, code);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await service.JsonAsync($"/v1/opportunities?{Town.Centre}"))["items"]!.AsArray().Count != 1)
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"opportunity {Town.Bare.PublicId}: Safeguarding 2026/17 (command line", (await RunAsync("feeds", "hidden")).Output, StringComparison.Ordinal);
        Assert.Equal(OperatorCommandLine.Done, (await RunAsync("feeds", "unhide", "--opportunity", Town.Bare.PublicId)).Code);
        Assert.Contains("Nothing is hidden", (await RunAsync("feeds", "hidden")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hiding_what_is_not_there_is_not_done()
    {
        var (code, _, errors) = await RunAsync("feeds", "hide", "--feed", "https://typo.test/feed", "--reason", "x");

        Assert.Equal(OperatorCommandLine.NotDone, code);
        Assert.Contains("Nothing was hidden", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_program_knows_the_commands()
    {
        await using var program = RunningProgram.Start(_folder.Path, BuildFacts.ApiProgram, "keys", "add", "--client", "Surgery", "--scope", "search");

        Assert.Equal(0, await program.ExitAsync());
        Assert.Contains("spk_", program.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "data", "signposting.db")));
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] store = arguments.Any(argument => argument.StartsWith("--Store:", StringComparison.Ordinal)) ? [] : ["--Store:Connection", _folder.Connection];
        var code = await new OperatorCommandLine(output, errors, _folder.Path, TimeProvider.System).RunAsync([.. arguments, .. store]);
        return (code, output.ToString(), errors.ToString());
    }

    private static async Task UntilAsync(TestService service, string key, HttpStatusCode status)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await StatusAsync(service, key) != status)
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds/hidden");
        request.Headers.Add("X-Api-Key", key);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    [GeneratedRegex("^spk_[0-9a-z]{10}_[0-9a-z]{52}$")]
    private static partial Regex KeyForm();
}
