using System.Net;
using System.Net.Sockets;
using Feeds.Harvester.Settings;
using Microsoft.AspNetCore.Http;

namespace Signposting.Api.Hosting;

/// <summary>
/// Where the service listens, checked before it starts. The server takes what it cannot read as a port for a name, and a name for
/// "everywhere"; and what it cannot have ends in a stack trace.
/// </summary>
internal static class ListenAddresses
{
    private const string Urls = "urls";
    private const string Ports = "http_ports";
    private const int MostPort = 65_535;
    private const string Form = "must be written as http://127.0.0.1:5080 (an IP address, localhost, or * for every address of this machine), several with ; between them";
    private const string NoTls = "this program speaks http alone; let a proxy in front of it speak https, and name that in Access:TrustedProxies";

    /// <exception cref="SettingsException">One cannot be listened on: a sentence that names the setting.</exception>
    public static void Check(IConfiguration configuration) => _ = Read(configuration);

    /// <returns>A sentence when one of them cannot be had now; null otherwise.</returns>
    public static string? Objection(IConfiguration configuration)
    {
        foreach (var (key, address) in Read(configuration))
        {
            if (EndPointsOf(address).Select(TryBind).FirstOrDefault(fault => fault is not null) is { } why)
                return $"{key}: Failed to bind to {address}: {why}";
        }

        return null;
    }

    private static List<(string Key, BindingAddress Address)> Read(IConfiguration configuration)
    {
        if (configuration["https_ports"] is { Length: > 0 })
            throw new SettingsException($"https_ports: {NoTls}.");
        var addresses = Split(configuration[Urls]).Select(url => (Urls, Parse(Urls, url))).ToList();
        // As the server does: ports count where there are no addresses.
        if (addresses.Count == 0)
            addresses.AddRange(Split(configuration[Ports]).Select(port => (Ports, Parse(Ports, $"http://*:{port}"))));
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { } url)
                addresses.Add(($"{endpoint.Path}:Url", Parse($"{endpoint.Path}:Url", url)));
        }

        return addresses;
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static BindingAddress Parse(string key, string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new SettingsException($"{key}: '{url}' is no address to listen on; it {Form}.");
        }

        if (address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"{key}: '{url}': {NoTls}.");
        var isRight = address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            && (address.IsUnixPipe || (IsHost(address.Host) && address.Port is >= 0 and <= MostPort && address.PathBase.Length == 0));
        return isRight ? address : throw new SettingsException($"{key}: '{url}' is no address to listen on; it {Form}.");
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown;

    private static IEnumerable<IPEndPoint> EndPointsOf(BindingAddress address)
    {
        // Any free port, or no port at all.
        if (address.IsUnixPipe || address.Port == 0)
            return [];
        if (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return [new IPEndPoint(IPAddress.Loopback, address.Port), new IPEndPoint(IPAddress.IPv6Loopback, address.Port)];
        return [new IPEndPoint(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.IPv6Any, address.Port)];
    }

    private static string? TryBind(IPEndPoint end)
    {
        try
        {
            using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (end.Address.Equals(IPAddress.IPv6Any))
                socket.DualMode = true;
            socket.Bind(end);
            return null;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"another program listens on port {end.Port} already. End that one, or choose another port with --urls http://localhost:PORT.",
                SocketError.AccessDenied => $"this user may not listen on port {end.Port}. Choose a port above 1023.",
                // A machine need not have both families; the server then takes what there is.
                SocketError.AddressNotAvailable when !IPAddress.IsLoopback(end.Address) => "this machine does not have that address.",
                _ => null,
            };
        }
    }
}
