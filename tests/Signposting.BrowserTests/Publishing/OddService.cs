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

    /// <summary>Publishes a series and waits until it is there.</summary>
    /// <returns>Its public id.</returns>
    internal async Task<string> PublishAsync(string name, Action<JsonObject>? change = null)
    {
        var id = PublicIdOf(name);
        var path = $"/v1/opportunities/{id}";
        var before = await TagAsync(path);
        Publisher.Publish(name, change ?? (_ => { }));
        await Service.UntilAsync(path, (response, _) => response.IsSuccessStatusCode && response.Headers.ETag?.Tag != before);
        return id;
    }

    internal async Task WithdrawAsync(string name)
    {
        Publisher.Withdraw(name);
        await Service.UntilAsync($"/v1/opportunities/{PublicIdOf(name)}", text => text.Contains("opportunity-withdrawn", StringComparison.Ordinal));
    }

    /// <summary>As the service makes it of an <c>@id</c>: docs/decisions/0006.</summary>
    internal string PublicIdOf(string name)
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

    private async Task<string?> TagAsync(string path)
    {
        using var response = await Service.Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.Headers.ETag?.Tag;
    }
}
