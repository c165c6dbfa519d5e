using Feeds.Harvester.Settings;
using Microsoft.Extensions.Configuration;
using Signposting.Api.Access;

namespace Signposting.Api.Tests.Access;

public sealed class AccessSettingsTests
{
    [Fact]
    public void The_defaults_are_those_of_the_contract()
    {
        var settings = Read();

        Assert.Equal((true, 600, 6_000), (settings.AnonymousSearch, settings.AnonymousPerMinute, settings.ClientPerMinute));
        Assert.Equal((0, 0, null), (settings.CorsOrigins.Count, settings.TrustedProxies.Count, settings.Jwt));
    }

    [Theory]
    [InlineData("Access:AnonymousSearch", "yes", "Access:AnonymousSearch: 'yes'")]
    [InlineData("Access:AnonymousPerMinute", "-1", "Access:AnonymousPerMinute: '-1'")]
    [InlineData("Access:ClientPerMinute", "many", "Access:ClientPerMinute: 'many'")]
    [InlineData("Access:CorsOrigins", "*", "Access:CorsOrigins: '*'")]
    [InlineData("Access:CorsOrigins:0", "https://portal.example/path", "Access:CorsOrigins: 'https://portal.example/path'")]
    [InlineData("Access:TrustedProxies", "proxy.local", "Access:TrustedProxies: 'proxy.local'")]
    [InlineData("Access:TrustedProxies:1", "10.0.0.0/33", "Access:TrustedProxies: '10.0.0.0/33'")]
    [InlineData("Access:Jwt:Issuer", "https://login.example", "Access:Jwt:Audience: it is missing")]
    [InlineData("Access:Jwt:Audience", "us", "Access:Jwt:Issuer: it is missing")]
    [InlineData("Access:Jwt:Issuer", "http://login.example", "Access:Jwt:Issuer: 'http://login.example'")]
    [InlineData("Access:Jwt:Keys", "no-such-file.json", "Access:Jwt:Keys: ")]
    [InlineData("ForwardedHeaders_Enabled", "true", "Access:TrustedProxies")]
    [InlineData("Access:Anonymous", "true", "Access:Anonymous: there is no such setting")]
    [InlineData("Access:Jwt:Secret", "x", "Access:Jwt:Secret: there is no such setting")]
    public void A_wrong_setting_is_a_sentence_that_names_its_key(string key, string value, string sentence)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read((key, value)));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    private static AccessSettings Read(params (string Key, string Value)[] settings) =>
        AccessSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(), Path.GetTempPath());
}
