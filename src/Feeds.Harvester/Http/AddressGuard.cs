using System.Net;
using System.Net.Sockets;

namespace Feeds.Harvester.Http;

/// <summary>
/// Opens the connections of <see cref="FeedHttp"/>. Feeds and catalogues name the hosts we call, so a hostile one could
/// send us into the operator's own network: only public addresses are called, and exactly the address that was checked,
/// so that a name cannot resolve to one address for the check and to another for the connection.
/// </summary>
internal sealed class AddressGuard(FeedHttpOptions options)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var target = context.DnsEndPoint;
        var found = await ResolveAsync(target.Host, cancel);
        var exempt = IsProxy(target)
            || (context.InitialRequestMessage.RequestUri is { } uri && options.TrustedOrigins.Contains(uri));
        var allowed = exempt ? found : Array.FindAll(found, PublicAddress.IsPublic);
        return allowed.Length > 0
            ? await options.Connect(allowed, target.Port, cancel)
            : throw new ConnectRefusedException(Faults.Forbidden(target.Host), mayPass: false);
    }

    /// <summary>Opens a connection to the first of these addresses that answers.</summary>
    public static async Task<Stream> OpenAsync(IPAddress[] allowed, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsProxy(DnsEndPoint target) =>
        options.Proxy is { } proxy && proxy.IdnHost == target.Host && proxy.Port == target.Port;

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            var found = await options.Resolve(host, cancel);
            return found.Length > 0 ? found : throw new ConnectRefusedException(Faults.Dns(host), mayPass: true);
        }
        catch (SocketException)
        {
            throw new ConnectRefusedException(Faults.Dns(host), mayPass: true);
        }
    }
}
