using System.Net.Sockets;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Hosting;

/// <summary>The real program as a process.</summary>
public sealed class ProgramTests
{
    private static readonly string[] Quiet = ["--urls", "http://127.0.0.1:0", "--Feeds:Enabled", "false"];

    [Fact]
    public async Task A_relative_path_means_the_folder_that_the_user_started_from()
    {
        using var folder = new TestFolder();
        string[] run = ["run", "--no-build", "--configuration", BuildFacts.Configuration, "--project", BuildFacts.ApiProject, "--"];
        await using var program = RunningProgram.Start(folder.Path, [.. run, .. Quiet]);

        await program.UntilAsync(() => Task.FromResult(program.Output.Contains("The store is open", StringComparison.Ordinal) ? program : null));

        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "signposting.db")));
    }

    [Theory]
    [InlineData("Store:Engine", "mysql", "Store:Engine: 'mysql'")]
    [InlineData("Store:Conection", "x", "Store:Conection: there is no such setting")]
    [InlineData("Feeds:PollSeconds", "soon", "Feeds:PollSeconds: 'soon'")]
    [InlineData("Postcodes:Remote", "maybe", "Postcodes:Remote: 'maybe'")]
    [InlineData("Postcodes:RemoteUrl", "postcodes", "Postcodes:RemoteUrl: 'postcodes'")]
    [InlineData("Postcodes:Remotely", "true", "Postcodes:Remotely: there is no such setting")]
    public async Task A_wrong_setting_ends_the_program_with_a_sentence_that_names_the_key(string key, string value, string sentence)
    {
        using var folder = new TestFolder();
        await using var program = RunningProgram.Start(folder.Path, [BuildFacts.ApiProgram, .. Quiet, $"--{key}", value]);

        Assert.Equal(2, await program.ExitAsync());
        Assert.Contains(sentence, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_ends_the_program_with_a_sentence()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "test.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        await using var program = RunningProgram.Start(folder.Path, [BuildFacts.ApiProgram, .. Quiet, "--Store:Connection", "Data Source=test.db"]);

        Assert.Equal(1, await program.ExitAsync());
        Assert.Contains("Store:Connection: ", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    // The program reads and writes no JSON by reflection, which a test host does.
    [Theory]
    [InlineData("/openapi/signposting.v1.json")]
    [InlineData("/openapi/signposting.v1.yaml")]
    public async Task The_program_itself_serves_the_contract(string path)
    {
        using var folder = new TestFolder();
        await using var service = await ServiceProcess.StartAsync(folder.Path, "--Feeds:Enabled", "false");

        using var answer = await service.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("/v1/extracts/{id}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_program_with_a_sentence()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new TestFolder();
        await using var program = RunningProgram.Start(folder.Path, [BuildFacts.ApiProgram, "--Feeds:Enabled", "false", "--urls", $"http://{taken.LocalEndpoint}"]);

        Assert.Equal(1, await program.ExitAsync());
        Assert.Contains("urls: Failed to bind", program.Output, StringComparison.Ordinal);
        Assert.Contains("another program listens", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:notaport", "urls: 'http://127.0.0.1:notaport' is no address")]
    [InlineData("urls", "http://127.0.0.1:70000", "urls: 'http://127.0.0.1:70000' is no address")]
    [InlineData("urls", "127.0.0.1:5080", "urls: '127.0.0.1:5080' is no address")]
    [InlineData("urls", "http://127.0.0.1:0;https://127.0.0.1:0", "urls: 'https://127.0.0.1:0': this program speaks http alone")]
    [InlineData("urls", "http://127.0.0.1:5080/api", "urls: 'http://127.0.0.1:5080/api' is no address")]
    public async Task An_address_that_is_none_ends_the_program_instead_of_being_taken_for_another_one(string key, string value, string sentence)
    {
        using var folder = new TestFolder();
        await using var program = RunningProgram.Start(folder.Path, [BuildFacts.ApiProgram, "--Feeds:Enabled", "false", $"--{key}", value]);

        Assert.Equal(2, await program.ExitAsync());
        Assert.Contains(sentence, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }
}
