using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Feeds.Harvester.Tests.Support;

/// <summary>
/// A publisher on a loopback port that answers each request target with the replies a test has scripted for it, and
/// records every request as it stood on the wire. It is a bare socket rather than a web server, because a web server
/// will not send a wrong Content-Length, break off or drip.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly X509Certificate2? certificate;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Script> scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly ConcurrentDictionary<Task, byte> conversations = new();
    private readonly Task accepting;
    private Func<RecordedRequest, Reply> otherwise = _ => Reply.Status(404);
    private int connections;

    private ScriptedServer(IPAddress address, X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener = new TcpListener(address, 0);
        if (address.Equals(IPAddress.IPv6Any))
        {
            listener.Server.DualMode = true;
        }

        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    /// <summary>The port that the system has chosen.</summary>
    public int Port { get; }

    /// <summary>Scheme, host and port, as <c>Feeds:TrustedOrigins</c> wants them.</summary>
    public string Origin => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>All requests so far, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <summary>How many connections were accepted, whether or not a request followed.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>Starts a server; with a certificate it speaks TLS.</summary>
    public static ScriptedServer Start(X509Certificate2? certificate = null) => new(IPAddress.Loopback, certificate);

    /// <summary>Starts a server that listens on every address of this machine, so that whatever form leads here is seen.</summary>
    public static ScriptedServer StartEverywhere() => new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, null);

    /// <summary>The absolute URL of a target such as <c>/feed?x=1</c>.</summary>
    public string Url(string target) => Origin + target;

    /// <summary>Answers a target with these replies in turn; the last one is repeated.</summary>
    public ScriptedServer On(string target, params Reply[] replies)
    {
        scripts[target] = new Script(replies);
        return this;
    }

    /// <summary>Answers every target that has no script of its own.</summary>
    public ScriptedServer Otherwise(Func<RecordedRequest, Reply> answer)
    {
        otherwise = answer;
        return this;
    }

    /// <summary>How often a target was asked for.</summary>
    public int Count(string target) => requests.Count(request => request.Target == target);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(conversations.Keys);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                var conversation = Task.Run(() => ConverseAsync(client));
                conversations.TryAdd(conversation, 0);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using var stream = await SecuredAsync(client.GetStream());
                while (await RecordedRequest.ReadAsync(stream, stopping.Token) is { } request)
                {
                    requests.Enqueue(request);
                    var reply = scripts.TryGetValue(request.Target, out var script) ? script.Next() : otherwise(request);
                    if (!await reply.SendAsync(stream, stopping.Token))
                    {
                        return;
                    }
                }
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException
                                               or System.Security.Authentication.AuthenticationException)
            {
                // The other side hung up, or the test is over: both are part of what tests provoke.
            }
        }
    }

    private async Task<Stream> SecuredAsync(NetworkStream plain)
    {
        if (certificate is null)
        {
            return plain;
        }

        var secured = new SslStream(plain);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
        return secured;
    }

    private sealed class Script(Reply[] replies)
    {
        private int next = -1;

        public Reply Next() => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)];
    }
}
