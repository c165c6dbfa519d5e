using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

[assembly: AssemblyFixture(typeof(TownService))]

namespace Signposting.Api.Tests.Running;

/// <summary>One service with the <see cref="Town"/> in its store, for all tests that only read.</summary>
public sealed class TownService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.StartAsync();
        await (await Publisher.RegisterAsync(Service.Store)).PublishAsync(Town.All);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
