using Signposting.Api.Keys;
using Signposting.Store;
using Signposting.Store.Access;

namespace Signposting.Api.Tests.Access;

/// <summary>API keys in a store.</summary>
internal static class TestKeys
{
    /// <summary>Makes a key, and returns its text.</summary>
    public static async Task<string> AddKeyAsync(this SpatialStore store, params string[] scopes)
    {
        var (id, text) = ApiKeyText.Make();
        await store.AddApiKeyAsync(
            new ApiKey { Id = id, Hash = ApiKeyText.HashOf(text), Client = "Test practice", Scopes = scopes, Icb = "QWO", Ods = "A81001", CreatedAt = DateTimeOffset.UnixEpoch },
            TestContext.Current.CancellationToken);
        return text;
    }

    public static string IdOf(string key) => ApiKeyText.IdOf(key)!;
}
