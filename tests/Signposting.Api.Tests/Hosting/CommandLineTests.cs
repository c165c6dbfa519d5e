using Signposting.Api.Hosting;

namespace Signposting.Api.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Settings_are_pairs_and_demo_stands_alone_anywhere()
    {
        var line = CommandLine.Parse(["--demo", "--urls", "http://127.0.0.1:1", "--Store:Engine=postgis", "--Feeds:Sources:0", "https://a.test"]);

        Assert.True(line.Demo);
        Assert.Equal(["Feeds:Sources:0=https://a.test", "Store:Engine=postgis", "urls=http://127.0.0.1:1"], line.Settings.Select(setting => $"{setting.Key}={setting.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("demo", "'demo' is not understood")]
    [InlineData("--urls", "--urls needs a value")]
    [InlineData("--", "'--' is not understood")]
    public void What_is_not_understood_is_an_error_and_not_ignored(string argument, string error) =>
        Assert.Contains(error, CommandLine.Parse([argument]).Error, StringComparison.Ordinal);
}
