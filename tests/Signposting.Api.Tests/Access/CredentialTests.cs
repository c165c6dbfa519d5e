using System.Net;
using System.Text.Json.Nodes;
using Feeds.Harvester.Tests.Support;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;
using Signposting.Store;

namespace Signposting.Api.Tests.Access;

public sealed class CredentialTests
{
    private const string Search = $"/v1/opportunities?{Town.Centre}";

    [Fact]
    public async Task A_key_revoked_by_another_process_stops_working_without_a_restart()
    {
        using var folder = new TestFolder();
        await using var service = await TestService.StartAsync(folder);
        var key = await service.Store.AddKeyAsync("feeds:admin");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/v1/feeds/hidden", "X-Api-Key", key));

        await using (var elsewhere = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, folder.Connection), TimeProvider.System, TestContext.Current.CancellationToken))
            Assert.True(await elsewhere.RevokeApiKeyAsync(TestKeys.IdOf(key), TestContext.Current.CancellationToken));

        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await StatusAsync(service, "/v1/feeds/hidden", "X-Api-Key", key) != HttpStatusCode.Unauthorized)
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_key_made_by_another_process_works_without_a_restart()
    {
        using var folder = new TestFolder();
        await using var service = await TestService.StartAsync(folder);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/v1/feeds/hidden", "X-Api-Key", "garbage"));

        await using var elsewhere = await SpatialStore.OpenAsync(new StoreOptions(StoreEngine.Sqlite, folder.Connection), TimeProvider.System, TestContext.Current.CancellationToken);
        var key = await elsewhere.AddKeyAsync("feeds:admin");

        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await StatusAsync(service, "/v1/feeds/hidden", "X-Api-Key", key) != HttpStatusCode.OK)
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_store_holds_no_key()
    {
        using var folder = new TestFolder();
        await using var service = await TestService.StartAsync(folder);
        var key = await service.Store.AddKeyAsync("search");

        var stored = Assert.Single(await service.Store.ListApiKeysAsync(TestContext.Current.CancellationToken));
        var secret = key[15..];
        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(32, stored.Hash.Length);
        Assert.DoesNotContain(secret, service.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_and_which_credentials_there_are()
    {
        await using var issuer = new TokenIssuer();
        await using var service = await TestService.StartAsync(issuer.Settings);
        var late = issuer.Token("search", token => token.Expires = FakeTime.Start.UtcDateTime.AddHours(-1));

        using var response = await AskAsync(service, Search, "Authorization", $"Bearer {late}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("expired", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("urn:signposting:problem:unauthenticated", (string?)problem["type"]);
        Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains("ApiKey", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(late, service.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        await using var service = await TestService.StartAsync();
        var key = await service.Store.AddKeyAsync("usage:read");

        using var response = await AskAsync(service, "/v1/feeds/hidden", "X-Api-Key", key);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("feeds:admin", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_stops_working_when_it_expires()
    {
        await using var issuer = new TokenIssuer();
        await using var service = await TestService.StartAsync(issuer.Settings);
        var bearer = $"Bearer {issuer.Token("search")}";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Search, "Authorization", bearer));

        service.Time.Move(TimeSpan.FromMinutes(11));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, Search, "Authorization", bearer));
    }

    [Fact]
    public async Task When_the_issuer_changes_its_keys_the_first_token_of_the_new_one_is_accepted_and_strangers_do_not_make_it_be_asked_again_and_again()
    {
        await using var issuer = new TokenIssuer();
        await using var service = await TestService.StartAsync(issuer.Settings);
        var old = $"Bearer {issuer.Token("search")}";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Search, "Authorization", old));

        issuer.Rotate();

        // As many issuers make them: without nbf.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Search, "Authorization", $"Bearer {issuer.Token("search", token => token.NotBefore = null)}"));
        var asked = issuer.Server.Requests.Count;
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, Search, "Authorization", old));
        Assert.Equal(asked, issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task Keys_in_a_file_need_no_issuer_on_the_wire()
    {
        await using var issuer = new TokenIssuer();
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "keys.json");
        await File.WriteAllTextAsync(file, issuer.KeySet, TestContext.Current.CancellationToken);
        await using var service = await TestService.StartAsync([.. issuer.Settings, "--Access:Jwt:Keys", file]);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Search, "Authorization", $"Bearer {issuer.Token("search")}"));
        Assert.Empty(issuer.Server.Requests);
    }

    [Fact]
    public async Task An_issuer_that_is_down_is_a_503_that_says_so_and_is_not_asked_for_every_token()
    {
        await using var issuer = new TokenIssuer();
        issuer.Server.On("/.well-known/openid-configuration", Reply.Status(500));
        await using var service = await TestService.StartAsync(issuer.Settings);
        var bearer = $"Bearer {issuer.Token("search")}";

        using var first = await AskAsync(service, Search, "Authorization", bearer);
        var asked = issuer.Server.Requests.Count;
        var second = await StatusAsync(service, Search, "Authorization", bearer);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (first.StatusCode, second));
        Assert.NotNull(first.Headers.RetryAfter);
        Assert.Equal(asked, issuer.Server.Requests.Count);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Search, "X-Api-Key", await service.Store.AddKeyAsync("search")));
    }

    [Fact]
    public async Task Two_credentials_at_once_are_refused()
    {
        await using var service = await TestService.StartAsync();
        var key = await service.Store.AddKeyAsync("search");
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.Add("X-Api-Key", key);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer x");

        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestService service, string path, string header, string value)
    {
        using var response = await AskAsync(service, path, header, value);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(TestService service, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
