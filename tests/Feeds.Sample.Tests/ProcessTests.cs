using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Feeds.Sample.Tests;

public sealed partial class ProcessTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_says_where_it_listens_on_a_free_port()
    {
        using var program = Start("--urls", "http://127.0.0.1:0", "--opportunities", "50");
        try
        {
            using var http = new HttpClient();
            Assert.Contains("Dataset", await http.GetStringAsync(new Uri(await DatasetSiteAsync(program))), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task It_ends_when_its_parent_is_killed()
    {
        using var parent = Start("--urls", "http://127.0.0.1:0", "--opportunities", "10");
        await DatasetSiteAsync(parent);
        using var child = Start("--urls", "http://127.0.0.1:0", "--opportunities", "10", "--parent", $"{parent.Id}");
        await DatasetSiteAsync(child);
        Assert.False(child.HasExited);

        parent.Kill();

        using var patience = new CancellationTokenSource(_patience);
        await child.WaitForExitAsync(patience.Token);
        Assert.Equal(0, child.ExitCode);
    }

    [Fact]
    public async Task A_wrong_option_ends_it_with_2_and_a_sentence()
    {
        using var program = Start("--opportunities", "none");
        using var patience = new CancellationTokenSource(_patience);
        var error = await program.StandardError.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);
        Assert.Equal(2, program.ExitCode);
        Assert.Equal("The option --opportunities needs a whole number from 1 to 2000000, not \"none\".", error.Trim());
    }

    [Fact]
    public async Task An_address_in_use_ends_it_with_1_and_names_the_option()
    {
        await using var holder = await SampleReader.StartAsync(opportunities: 10);
        using var program = Start("--urls", holder.Address, "--opportunities", "10");
        using var patience = new CancellationTokenSource(_patience);
        var error = await program.StandardError.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);
        Assert.Equal(1, program.ExitCode);
        Assert.Contains("--urls", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_does_not_exist_is_a_wrong_option()
    {
        using var gone = Start("--help");
        using var patience = new CancellationTokenSource(_patience);
        await gone.WaitForExitAsync(patience.Token);
        using var program = Start("--parent", $"{gone.Id}");
        var error = await program.StandardError.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("--parent", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Feeds.Sample.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<string> DatasetSiteAsync(Process program)
    {
        using var patience = new CancellationTokenSource(_patience);
        var line = await program.StandardOutput.ReadLineAsync(patience.Token);
        var said = Listening().Match(line ?? "");
        Assert.True(said.Success, line);
        return said.Groups[1].Value;
    }

    [GeneratedRegex(@"^Sample publisher listening on http://127\.0\.0\.1:[1-9]\d* \(made-up data\): dataset site (http://127\.0\.0\.1:\d+/openactive)$")]
    private static partial Regex Listening();
}
