using Feeds.Harvester.Settings;
using Microsoft.Extensions.Configuration;
using Signposting.Store;
using Xunit;

namespace Feeds.Harvester.Tests.Settings;

public sealed class SettingsReaderTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "started-here"));

    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        var settings = Read([]);

        Assert.Equal(StoreEngine.Sqlite, settings.Store.Engine);
        Assert.Contains(Path.Combine(Folder, "data", "signposting.db"), settings.Store.Connection, StringComparison.Ordinal);
        Assert.Equal(["https://openactive.io/data-catalogs/data-catalog-collection.jsonld"], settings.Harvester.Sources);
        Assert.Equal((8, true), (settings.Harvester.PollSeconds, settings.Enabled));
    }

    [Theory]
    [InlineData("Store:Engine", "oracle")]
    [InlineData("Store:Connection", "Datta Source=x")]
    [InlineData("Store:Connection", "Data Source=:memory:")]
    [InlineData("Feeds:Sources", "openactive.io")]
    [InlineData("Feeds:Sources:0", "file:///etc/passwd")]
    [InlineData("Feeds:TrustedOrigins", "127.0.0.1")]
    [InlineData("Feeds:PollSeconds", "0")]
    [InlineData("Feeds:PollSeconds", "8.5")]
    [InlineData("Feeds:Enabled", "perhaps")]
    [InlineData("Feeds:Contact", "a\r\nb")]
    [InlineData("Vocabularies:ActivityList", "ftp://openactive.io/list")]
    [InlineData("Feeds:Source", "https://openactive.io")]
    [InlineData("Store:Engines", "sqlite")]
    [InlineData("Feeds:Sources:first", "https://openactive.io")]
    public void A_wrong_setting_is_told_by_its_key(string key, string value)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { [key] = value }));

        Assert.StartsWith(key.Replace(":0", "", StringComparison.Ordinal) + ":", Assert.Single(wrong.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_is_told_at_once() =>
        Assert.Equal(2, Assert.Throws<SettingsException>(() => Read(new() { ["Feeds:PollSeconds"] = "-1", ["Feeds:Enabled"] = "1" })).Problems.Count);

    [Fact]
    public void The_engine_postgis_needs_a_connection_and_no_message_repeats_it()
    {
        Assert.Throws<SettingsException>(() => Read(new() { ["Store:Engine"] = "postgis" }));
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Store:Engine"] = "postgis", ["Store:Connection"] = "Hosst=x;Password=secret" }));

        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_may_be_one_value_with_blanks_and_then_stands_alone()
    {
        var settings = Read(new() { ["Feeds:Sources:0"] = "https://a.example/", ["Feeds:Sources"] = "https://b.example/ https://c.example/" });

        Assert.Equal(["https://b.example/", "https://c.example/"], settings.Harvester.Sources);
    }

    [Fact]
    public void A_file_of_the_activity_list_is_taken_from_the_start_folder() =>
        Assert.Equal(Path.Combine(Folder, "lists", "a.jsonld"), Read(new() { ["Vocabularies:ActivityList"] = "lists/a.jsonld" }).Harvester.ActivityList);

    private static HarvesterSettings Read(Dictionary<string, string?> values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Folder);
}
