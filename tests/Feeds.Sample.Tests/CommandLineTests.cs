using Feeds.Sample.Command;

namespace Feeds.Sample.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_options_it_is_the_demo()
    {
        var options = CommandLine.Parse([]).Options!;
        Assert.Equal((5000, 10, 1L, 500), (options.Opportunities, options.SessionsPerOpportunity, options.Seed, options.PageSize));
        Assert.Equal(new Uri("http://127.0.0.1:9200"), options.Url);
    }

    [Fact]
    public void Both_ways_of_giving_a_value_are_understood()
    {
        var options = CommandLine.Parse(["--opportunities", "300000", "--seed=-4", "--today=2026-11-22", "--render-first", "--urls", "http://127.0.0.1:0"]).Options!;
        Assert.Equal((300_000, -4L, new DateOnly(2026, 11, 22), true, 0), (options.Opportunities, options.Seed, options.Today, options.RenderFirst, options.Url.Port));
    }

    [Theory]
    [InlineData("http://localhost:0", "http://127.0.0.1:0/")]
    [InlineData("http://localhost:9300", "http://localhost:9300/")]
    [InlineData("http://[::1]:9300/", "http://[::1]:9300/")]
    public void An_address_of_this_machine_is_accepted(string given, string used)
    {
        Assert.Equal(used, CommandLine.Parse(["--urls", given]).Options?.Url.ToString());
    }

    [Theory]
    [InlineData("--urls", "9200")]
    [InlineData("--urls", "https://127.0.0.1:9200")]
    [InlineData("--urls", "http://127.0.0.1:1;http://127.0.0.1:2")]
    [InlineData("--urls", "http://example.org:9200")]
    [InlineData("--opportunities", "0")]
    [InlineData("--opportunities", "many")]
    [InlineData("--opportunities", "2000001")]
    [InlineData("--sessions-per-opportunity", "-1")]
    [InlineData("--seed", "1.5")]
    [InlineData("--page-size", "0")]
    [InlineData("--today", "22/11/2026")]
    [InlineData("--parent", "0")]
    [InlineData("--render-first=yes")]
    [InlineData("--seed")]
    [InlineData("--opportunites", "5")]
    public void A_wrong_option_is_named(params string[] args)
    {
        var command = CommandLine.Parse(args);
        Assert.Null(command.Options);
        Assert.Contains(args[0].Split('=')[0], command.Error, StringComparison.Ordinal);
    }
}
