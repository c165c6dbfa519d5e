using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.SearchPage;

public sealed class AboutTests
{
    [Theory]
    [InlineData("true", "Postcodes are looked up at api.postcodes.io")]
    [InlineData("false", "nobody else is asked")]
    public async Task It_says_who_is_asked_for_postcodes(string remote, string sentence)
    {
        await using var service = await TestService.StartAsync("--Postcodes:Remote", remote);
        using var browsing = new Browsing(service);

        Assert.Contains(sentence, (await browsing.GetAsync("/about")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_shown_with_their_state()
    {
        await using var service = await TestService.StartAsync();
        await Building.Publisher.RegisterAsync(service.Store);
        using var browsing = new Browsing(service);

        var (_, html) = await browsing.GetAsync("/feeds");

        Assert.Contains("Being read", html, StringComparison.Ordinal);
        Assert.Contains("Feeds:Enabled", html, StringComparison.Ordinal);
    }
}
