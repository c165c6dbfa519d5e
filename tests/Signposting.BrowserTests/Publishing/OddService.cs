using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Running;

[assembly: AssemblyFixture(typeof(OddService))]

namespace Signposting.BrowserTests.Publishing;

/// <summary>The service with a publisher that the tests write for: hostile text, and records that change and go.</summary>
public sealed class OddService : IAsyncLifetime
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private RunningService? _service;
    private OddPublisher? _publisher;
    private int _published;

    internal RunningService Service
    {
        get
        {
            Chromium.SkipWithout();
            return _service!;
        }
    }

    internal OddPublisher Publisher => _publisher!;

    internal Uri Address => Service.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        _publisher = new OddPublisher();
        _service = await RunningService.StartAsync(
            "--Feeds:Sources:0", _publisher.FeedUrl, "--Feeds:TrustedOrigins:0", _publisher.Origin, "--Feeds:PollSeconds", "1", "--Postcodes:Remote", "false",
            "--Vocabularies:ActivityList", $"{_publisher.Origin}/none");
    }

    /// <summary>Publishes a series of a name that no other test uses, and waits until it is there.</summary>
    internal async Task<Published> PublishAsync(string name, Action<JsonObject>? change = null)
    {
        var own = $"{name} {Interlocked.Increment(ref _published)}";
        var published = new Published(own, PublicIdOf(own));
        Publisher.Publish(own, change ?? (_ => { }));
        await Service.UntilAsync(published.Path, (response, _) => response.IsSuccessStatusCode);
        return published;
    }

    /// <summary>Publishes it anew, and waits until the change is there.</summary>
    internal async Task ChangeAsync(Published published, Action<JsonObject> change)
    {
        using var response = await Service.Http.GetAsync(new Uri(published.Path, UriKind.Relative));
        var before = response.Headers.ETag?.Tag;
        Publisher.Publish(published.Name, change);
        await Service.UntilAsync(published.Path, (after, _) => after.IsSuccessStatusCode && after.Headers.ETag?.Tag != before);
    }

    internal async Task WithdrawAsync(Published published)
    {
        Publisher.Withdraw(published.Name);
        await Service.UntilAsync(published.Path, text => text.Contains("opportunity-withdrawn", StringComparison.Ordinal));
    }

    /// <summary>As the service makes it of an <c>@id</c>: docs/decisions/0006.</summary>
    private string PublicIdOf(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Publisher.Id(name)));
        var bits = new System.Numerics.BigInteger(hash.AsSpan(0, 10), isUnsigned: true, isBigEndian: true);
        return "op_" + string.Concat(Enumerable.Range(0, 16).Select(letter => Letters[(int)((bits >> (5 * (15 - letter))) & 31)]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        if (_publisher is not null)
            await _publisher.DisposeAsync();
    }
}

/// <summary>A series that was published.</summary>
internal sealed record Published(string Name, string Id)
{
    public string Path => $"/v1/opportunities/{Id}";
}
